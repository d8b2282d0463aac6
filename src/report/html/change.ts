import type { Fix } from '../../model/diagnosis.ts';
import { policyPlace } from '../../model/policy-place.ts';
import { html, type Markup } from '../escape/html.ts';
import { diff } from '../excerpt/diff.ts';
import type { Settings } from '../options.ts';
import { terraform } from '../terraform/terraform.ts';
import { code, command, json } from './parts.ts';

/** Columns of a change: wider values take several lines. */
const DIFF_WIDTH = 88;

/** What changes in each policy, as lines that go and lines that come, or as Terraform. */
export function changeBlocks(fix: Fix, settings: Settings): readonly Markup[] {
  const written = settings.fixFormat === 'terraform' ? terraform(fix) : undefined;
  if (written !== undefined) return [code(written)];
  return fix.changes.map((change) => {
    const place = policyPlace(change.policy);
    const rows = diff(change, DIFF_WIDTH).map(({ sign, text }) => {
      if (sign === '-') return html`<del>- ${text}</del>`;
      return sign === '+' ? html`<ins>+ ${text}</ins>` : html`  ${text}`;
    });
    return html`<p class="place">${place}</p>
${code(rows, 'diff')}`;
  });
}

/** The whole documents, and the commands that put them in place. */
export function doingBlock({ documents, commands }: Fix): Markup {
  const files = documents.map(
    ({ file, document }) => html`<p class="place">${file}</p>
${json(document)}`,
  );
  return html`${files}${commands.map(command)}`;
}
