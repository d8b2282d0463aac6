import type { Cause, Change, DiagnosedRequest, Fix } from '../../model/diagnosis.ts';
import type { PolicyRef } from '../../model/policy.ts';
import { policyPlace } from '../../model/policy-place.ts';
import { samePolicy } from '../../policy/same-policy.ts';
import { escapeText } from '../escape/text.ts';
import { diff } from '../excerpt/diff.ts';
import type { Settings } from '../options.ts';
import { printCommand } from '../shell/quote.ts';
import { terraform } from '../terraform/terraform.ts';
import { checkWords } from '../words/check.ts';
import { sentInstead } from '../words/sent.ts';
import { whoWords } from '../words/who.ts';
import { wholeWords } from '../words/whole.ts';
import { indent, narrower, sentence } from './page.ts';

/** Who can do what, the change itself, what it was checked to do, and how to get it done. */
export function fixLines(fix: Fix, cause: Cause, request: DiagnosedRequest, settings: Settings): readonly string[] {
  const inner = narrower(settings, 2);
  const { resource, accounts } = request;
  const who = whoWords(fix.who, { account: fix.account, resource, layer: cause.layer, accounts });
  return [
    ...sentence(`Fix (${who}): ${fix.summary}`, settings, '', settings.palette.bold),
    ...indent(
      [...changeLines(fix, cause, inner), ...sendLines(fix), ...checkLines(fix, inner), ...doingLines(fix, inner)],
      2,
    ),
  ];
}

function checkLines(fix: Fix, settings: Settings): readonly string[] {
  const words = checkWords(fix);
  return words === null ? [] : sentence(words, settings, '', settings.palette.dim);
}

function changeLines(fix: Fix, cause: Cause, settings: Settings): readonly string[] {
  if (settings.fixFormat === 'terraform') {
    const written = terraform(fix);
    if (written !== undefined) return written.map((line) => settings.palette.green(`+ ${line}`));
  }
  let shown = policyOf(cause);
  return fix.changes.flatMap((change) => {
    const heading =
      shown !== undefined && samePolicy(shown, change.policy) ? [] : [`${escapeText(policyPlace(change.policy))}:`];
    shown = change.policy;
    return [...heading, ...diffLines(change, settings)];
  });
}

function policyOf(cause: Cause): PolicyRef | undefined {
  const [first] = cause.evidence;
  return first.kind === 'statement' ? first.policy : undefined;
}

/** A document that is new as a whole is shown without signs, so that it can be copied. */
function diffLines(change: Change, { palette, width }: Settings): readonly string[] {
  if (isNewDocument(change)) return diff(change, width - 2).map(({ text }) => `  ${text}`);
  const colors = { '-': palette.red, '+': palette.green, ' ': palette.dim };
  return diff(change, width - 2).map(({ sign, text }) => colors[sign](`${sign} ${text}`));
}

/** What to send instead, where no document changes. */
function sendLines(fix: Fix): readonly string[] {
  return sentInstead(fix).map(([key, values]) => `send ${escapeText(key)}: ${values.map(escapeText).join(', ')}`);
}

/** Commands stand with the whole document, never with a fragment of it: else only the way to get both. */
function doingLines(fix: Fix, settings: Settings): readonly string[] {
  const { documents, commands } = fix;
  const both = wholeWords(fix);
  if (settings.fixDir !== null && documents.length > 0) {
    const are = documents.length + commands.length > 1 ? 'are' : 'is';
    return sentence(`${both} ${are} in ${settings.fixDir}`, settings);
  }
  if (isWhollyNew(fix) && settings.fixFormat === 'json') return newDocumentLines(fix, settings);
  if (documents.length > 0 && settings.detail !== 'verbose')
    return sentence(`--fix-dir D writes ${both}`, settings, '', settings.palette.dim);
  return [...documentLines(fix, settings), ...commandLines(fix.commands, settings)];
}

/** True where every change makes a document: the change shows the whole of it, so the commands can stand with it. */
function isWhollyNew({ changes, documents, commands }: Fix): boolean {
  return (
    commands.length > 0 && documents.length > 0 && documents.length === changes.length && changes.every(isNewDocument)
  );
}

function isNewDocument({ pointer, before }: Change): boolean {
  return pointer === '' && before === null;
}

function newDocumentLines({ documents, commands }: Fix, settings: Settings): readonly string[] {
  const files = documents.map(({ file }) => file).join(', ');
  return [
    ...sentence(`save it as ${files} (--fix-dir D does), then:`, settings, '', settings.palette.dim),
    ...commandLines(commands, settings),
  ];
}

function documentLines({ documents }: Fix, { palette }: Settings): readonly string[] {
  return documents.flatMap(({ file, document }) => [
    `${escapeText(file)}:`,
    ...JSON.stringify(document, null, 2)
      .split('\n')
      .map((line) => palette.dim(`  ${escapeText(line)}`)),
  ]);
}

/** Each command on a line of its own, not wrapped. What cannot be shown as it is gives no command. */
function commandLines(commands: readonly (readonly string[])[], { palette }: Settings): readonly string[] {
  return commands.flatMap((argv) => {
    const command = printCommand(argv);
    return command === undefined ? [] : [palette.bold(command)];
  });
}
