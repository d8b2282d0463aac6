import type { Diagnosis } from '../../model/diagnosis.ts';
import { upperFirst } from '../../model/layer-words.ts';
import { codeBlock, codeSpan, escapeMarkdown } from '../escape/markdown.ts';
import type { Settings } from '../options.ts';
import { printCommand } from '../shell/quote.ts';
import { verifyCommand, verifyWords } from '../words/can-command.ts';
import { checkWords } from '../words/check.ts';
import { DOUBTS } from '../words/doubt.ts';
import { MESSAGE_FOR, PLEASE, WHAT_BLOCKS } from '../words/headings.ts';
import { type AdminMessage, type AskedChange, deniedRows, messagesOf, statementsWords } from '../words/message.ts';
import { changeBlock, doingBlock } from './change.ts';

/**
 * What each administrator needs, under a heading of its own, so that it can be sent on as it is: who was denied what, what is proven, the
 * change asked for as a whole document with its command, and how to check it.
 */
export function messageBlocks(diagnosis: Diagnosis, settings: Settings): readonly string[] {
  return messagesOf(diagnosis).flatMap((message) => ['', ...messageBlock(message, diagnosis, settings)]);
}

function messageBlock({ to, changes }: AdminMessage, diagnosis: Diagnosis, settings: Settings): readonly string[] {
  return [
    `#### ${MESSAGE_FOR} ${escapeMarkdown(to)}`,
    '',
    ...deniedRows(diagnosis).map(([label, value]) => `- ${label}: ${codeSpan(value)}`),
    ...changes.flatMap((change) => ['', ...changeLines(change, settings)]),
    ...afterwards(diagnosis, settings),
  ];
}

function changeLines(change: AskedChange, settings: Settings): readonly string[] {
  const { cause, fix } = change;
  const check = checkWords(fix);
  return [
    `**${WHAT_BLOCKS}:** ${escapeMarkdown(`${DOUBTS[cause.rung]}${cause.summary}`)}`,
    '',
    `**${PLEASE}:** ${escapeMarkdown(upperFirst(fix.summary))}`,
    ...(check === null ? [] : ['', escapeMarkdown(upperFirst(check))]),
    ...statementLines(change),
    // Without a whole document, the change itself says what is asked for.
    ...(fix.documents.length === 0 && fix.changes.length > 0 ? ['', ...changeBlock(fix, settings)] : []),
    ...doingBlock(fix),
  ];
}

function statementLines(change: AskedChange): readonly string[] {
  const heading = statementsWords(change);
  const blocks = change.oneOf.flatMap((one) => ['', ...codeBlock(JSON.stringify(one, null, 2).split('\n'), 'json')]);
  return heading === '' ? [] : ['', heading, ...blocks];
}

function afterwards(diagnosis: Diagnosis, { given }: Settings): readonly string[] {
  const argv = verifyCommand(diagnosis, given);
  const command = argv && printCommand(argv);
  return command === undefined
    ? []
    : ['', escapeMarkdown(verifyWords(diagnosis, given)), '', ...codeBlock([command], 'sh')];
}
