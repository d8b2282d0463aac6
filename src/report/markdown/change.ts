import type { Fix } from '../../model/diagnosis.ts';
import { policyPlace } from '../../model/policy-place.ts';
import { codeBlock, escapeMarkdown } from '../escape/markdown.ts';
import { diff } from '../excerpt/diff.ts';
import type { Settings } from '../options.ts';
import { printCommand } from '../shell/quote.ts';
import { terraform } from '../terraform/terraform.ts';

const DIFF_WIDTH = 100;

/** What changes in each policy, as lines that go and lines that come, or as Terraform. */
export function changeBlock(fix: Fix, settings: Settings): readonly string[] {
  const written = settings.fixFormat === 'terraform' ? terraform(fix) : undefined;
  if (written !== undefined) return codeBlock(written, 'hcl');
  return fix.changes.flatMap((change) => [
    escapeMarkdown(policyPlace(change.policy)),
    '',
    ...codeBlock(
      diff(change, DIFF_WIDTH).map(({ sign, text }) => `${sign} ${text}`),
      'diff',
    ),
    '',
  ]);
}

/** The whole documents, and the commands that put them in place. */
export function doingBlock({ documents, commands }: Fix): readonly string[] {
  const lines = commands.flatMap((argv) => printCommand(argv) ?? []);
  return [
    ...documents.flatMap(({ file, document }) => [
      '',
      escapeMarkdown(file),
      '',
      ...codeBlock(JSON.stringify(document, null, 2).split('\n'), 'json'),
    ]),
    ...(lines.length === 0 ? [] : ['', ...codeBlock(lines, 'sh')]),
  ];
}
