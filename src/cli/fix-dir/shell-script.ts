import type { Diagnosis, Fix } from '../../model/diagnosis.ts';
import { visible } from '../../report/escape/visible.ts';
import { printCommand } from '../../report/shell/quote.ts';
import { checkWords, togetherWords } from '../../report/words/check.ts';
import { subjectWords } from '../../report/words/outcome.ts';
import { whoWords } from '../../report/words/who.ts';
import type { FixPlan, PlannedCommands, PlannedFix } from './plan-fixes.ts';

const START = `#!/bin/sh
# Puts the new documents of this folder in place. Read it first: denytrace itself never changes anything.
# Each command replaces a whole policy, by what was read when this was written: run denytrace again if that was long ago.
# Commands for another account than that of the current credentials are skipped. The first one that fails ends the script.
`;

const GUARD = `set -eu
cd -- "$(dirname -- "$0")"
here=$(aws sts get-caller-identity --query Account --output text)
`;

/** A shell script with the commands of all fixes, each guarded by the account that it is for. */
export function shellScript({ commands }: FixPlan, diagnoses: readonly Diagnosis[]): string {
  const together = diagnoses.flatMap((diagnosis) => togetherComment(diagnosis));
  return [`${START}${together.map((line) => `${line}\n`).join('')}${GUARD}`, ...commands.map(block)].join('\n');
}

/** What all fixes of a denial together were checked to do. */
function togetherComment(diagnosis: Diagnosis): readonly string[] {
  const { resource } = diagnosis.request;
  const words = togetherWords(diagnosis);
  const on = resource === null ? '' : ` on ${resource}`;
  return words === null ? [] : [comment(`All fixes of ${subjectWords(diagnosis)}${on} together: ${words}`)];
}

function block({ title, fix, also, commands, rival }: PlannedCommands): string {
  const lines = commands.map((argv) => printCommand(argv)).filter((line) => line !== undefined);
  const files = fix.documents.map(({ file }) => file).join(', ');
  return [
    ...[{ title, fix }, ...also].map(fixComment),
    ...(rival === null ? [] : [comment(`Do not combine with ${rival}, which changes the same policy differently.`)]),
    ...(lines.length === 0 ? [comment(`no command: see ${files}`)] : guarded(lines, fix.account, rival !== null)),
    '',
  ].join('\n');
}

function fixComment({ title, fix }: PlannedFix): string {
  const who = whoWords(fix.who, { account: fix.account, resource: ownerOf(fix) });
  return comment([`${title}: ${fix.summary} (${who})`, checkWords(fix) ?? []].flat().join('; '));
}

/** Whose policy is changed, as an ARN. */
function ownerOf({ changes: [first] }: Fix): string | null {
  return first?.policy.attachedTo ?? first?.policy.name ?? null;
}

/** A comment ends at a line break, and a comment of ours holds none. */
function comment(words: string): string {
  return `# ${visible(words)}`;
}

function guarded(lines: readonly string[], account: string | null, isOff: boolean): readonly string[] {
  const command = (line: string) => (isOff ? `# ${line}` : line);
  if (account === null || !/^\d{12}$/.test(account) || isOff) return lines.map(command);
  return [
    `if [ "$here" = ${account} ]; then`,
    ...lines.map((line) => `  ${line}`),
    'else',
    `  echo "skipped: it is for account ${account}" >&2`,
    'fi',
  ];
}
