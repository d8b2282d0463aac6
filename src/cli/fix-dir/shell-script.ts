import { visible } from '../../report/escape/visible.ts';
import { printCommand } from '../../report/shell/quote.ts';
import { checkWords } from '../../report/words/check.ts';
import { whoWords } from '../../report/words/who.ts';
import type { FixPlan, PlannedCommands } from './plan-fixes.ts';

const START = `#!/bin/sh
# Puts the new documents of this folder in place. Read it first: denytrace itself never changes anything.
# Commands for another account than that of the current credentials are skipped.
set -eu
cd -- "$(dirname -- "$0")"
here=$(aws sts get-caller-identity --query Account --output text)
`;

/** A shell script with the commands of all fixes, each guarded by the account that it is for. */
export function shellScript({ commands }: FixPlan): string {
  return [START, ...commands.map(block)].join('\n');
}

function block({ title, fix, commands }: PlannedCommands): string {
  const who = whoWords(fix.who, { account: fix.account, resource: null });
  const lines = commands.map((argv) => printCommand(argv)).filter((line) => line !== undefined);
  return [
    comment([`${title}: ${fix.summary} (${who})`, checkWords(fix) ?? []].flat().join('; ')),
    ...(lines.length === 0 ? [comment('no command: see the document')] : guarded(lines, fix.account)),
    '',
  ].join('\n');
}

/** A comment ends at a line break, and a comment of ours holds none. */
function comment(words: string): string {
  return `# ${visible(words)}`;
}

function guarded(lines: readonly string[], account: string | null): readonly string[] {
  if (account === null || !/^\d{12}$/.test(account)) return lines;
  return [
    `if [ "$here" = ${account} ]; then`,
    ...lines.map((line) => `  ${line}`),
    'else',
    `  echo "skipped: it is for account ${account}" >&2`,
    'fi',
  ];
}
