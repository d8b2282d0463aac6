import type { Diagnosis, Fix } from '../../model/diagnosis.ts';
import { upperFirst } from '../../model/layer-words.ts';
import { codeBlock, codeSpan, escapeMarkdown } from '../escape/markdown.ts';
import type { Settings } from '../options.ts';
import { printCommand } from '../shell/quote.ts';
import { verifyCommand, verifyWords } from '../words/can-command.ts';
import { checkWords } from '../words/check.ts';
import { DOUBTS } from '../words/doubt.ts';
import { WHAT_BLOCKS } from '../words/headings.ts';
import { type AdminMessage, type AskedChange, messagesOf } from '../words/message.ts';

/**
 * What each administrator needs, under a heading of its own, so that it can be sent on as it is: who was denied what, what is proven, the
 * change asked for as a whole document with its command, and how to check it.
 */
export function messageBlocks(diagnosis: Diagnosis, settings: Settings): readonly string[] {
  return messagesOf(diagnosis).flatMap((message) => ['', ...messageBlock(message, diagnosis, settings)]);
}

function messageBlock({ to, changes }: AdminMessage, diagnosis: Diagnosis, settings: Settings): readonly string[] {
  return [
    `#### Message for ${escapeMarkdown(to)}`,
    '',
    ...deniedLines(diagnosis),
    ...changes.flatMap((change) => ['', ...changeLines(change)]),
    ...afterwards(diagnosis, settings),
  ];
}

/** Who was denied what, and where AWS's own record of it is found. */
function deniedLines({ denial, request }: Diagnosis): readonly string[] {
  const caller = request.principal?.arn ?? denial?.caller ?? denial?.callerName ?? null;
  const resource = request.resource ?? denial?.resource ?? null;
  const rows = [
    ['Denied', request.action ?? denial?.action ?? denial?.operation ?? null],
    ['Caller', caller],
    ['Resource', resource],
    ['Request ID', denial?.requestId ?? null],
  ] as const;
  return rows.flatMap(([label, value]) => (value === null ? [] : [`- ${label}: ${codeSpan(value)}`]));
}

function changeLines({ cause, fix, oneOf }: AskedChange): readonly string[] {
  const check = checkWords(fix);
  return [
    `**${WHAT_BLOCKS}:** ${escapeMarkdown(`${DOUBTS[cause.rung]}${cause.summary}`)}`,
    '',
    `**Please:** ${escapeMarkdown(upperFirst(fix.summary))}`,
    ...(check === null ? [] : ['', escapeMarkdown(upperFirst(check))]),
    ...statementLines(oneOf),
    ...doingBlock(fix),
  ];
}

function statementLines(oneOf: AskedChange['oneOf']): readonly string[] {
  if (oneOf.length === 0) return [];
  const heading = oneOf.length === 1 ? 'This statement would do:' : 'One of these statements would do:';
  return ['', heading, ...oneOf.flatMap((one) => ['', ...codeBlock(JSON.stringify(one, null, 2).split('\n'), 'json')])];
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

function afterwards(diagnosis: Diagnosis, { given }: Settings): readonly string[] {
  const argv = verifyCommand(diagnosis, given);
  const command = argv && printCommand(argv);
  return command === undefined
    ? []
    : ['', escapeMarkdown(verifyWords(diagnosis, given)), '', ...codeBlock([command], 'sh')];
}
