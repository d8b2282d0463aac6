import type { Diagnosis } from '../../model/diagnosis.ts';
import { arrange } from '../arrange.ts';
import { codeBlock, codeSpan, escapeMarkdown } from '../escape/markdown.ts';
import type { Settings } from '../options.ts';
import type { Place } from '../place.ts';
import { printCommand } from '../shell/quote.ts';
import { answerOf } from '../words/answer.ts';
import { elsewhereWords } from '../words/assumed.ts';
import { recordCommand, verifyCommand, verifyWords } from '../words/can-command.ts';
import { togetherWords } from '../words/check.ts';
import { conclusionWords } from '../words/conclusion.ts';
import { gapClosing, isForOthers, isOfSnapshot } from '../words/gap.ts';
import { ALL_FIXES, ALSO_NEEDS, NOT_READ, RECORD, WHAT_BLOCKS, WHAT_DECIDES, WHAT_TO_DO } from '../words/headings.ts';
import { isAskedOfOthers, messagesOf } from '../words/message.ts';
import { originWords } from '../words/origin.ts';
import { outcomeWords, placeWords, subjectWords } from '../words/outcome.ts';
import { alsoFixed } from '../words/related.ts';
import { callerNote, resourceNote } from '../words/request.ts';
import { printedStatus, stepSummary } from '../words/step.ts';
import { SYMBOLS, VERDICT_SYMBOLS } from '../words/symbols.ts';
import { causeBlock } from './cause.ts';
import { details } from './details.ts';
import { messageBlocks } from './messages.ts';
import { pathBlock } from './path.ts';
import { requirementBlock } from './requirements.ts';

/** One denial: what was asked, the checklist as a table, the causes, what is open, what comes next. */
export function section(
  diagnosis: Diagnosis,
  alike: readonly Diagnosis[],
  place: Place,
  settings: Settings,
): readonly string[] {
  return [
    `### ${codeSpan(subjectWords(diagnosis))} ${escapeMarkdown(outcomeWords(diagnosis))}`,
    ...answerBlock(diagnosis),
    ...parties(diagnosis, place),
    ...pathBlock(diagnosis),
    ...steps(diagnosis),
    ...diagnosis.causes.flatMap((cause) => ['', ...causeBlock(cause, diagnosis.request, settings, isAskedOfOthers)]),
    ...requirementBlock(diagnosis, alike),
    ...together(diagnosis),
    ...elsewhere(diagnosis),
    ...verify(diagnosis, settings),
    ...messageBlocks(diagnosis, settings),
    ...open(diagnosis, settings),
    ...related(diagnosis, settings),
  ];
}

function answerBlock(diagnosis: Diagnosis): readonly string[] {
  const answer = answerOf(diagnosis);
  if (answer === null) return [];
  return [
    '',
    `**${diagnosis.causes.length === 0 ? WHAT_DECIDES : WHAT_BLOCKS}:** ${escapeMarkdown(answer.what)}`,
    '',
    `**${WHAT_TO_DO}:** ${escapeMarkdown(answer.who)}`,
  ];
}

function parties(diagnosis: Diagnosis, place: Place): readonly string[] {
  const { request, denial } = diagnosis;
  const caller = request.principal?.arn ?? denial?.caller ?? denial?.callerName ?? null;
  const resource = request.resource ?? denial?.resource ?? null;
  const origin = originWords(denial);
  const where = placeWords(diagnosis, place);
  const finding = conclusionWords(diagnosis, diagnosis.causes.length === 0 ? 'left out' : 'listed');
  return [
    '',
    ...(caller === null ? [] : [item('caller', caller, callerNote(request))]),
    ...(resource === null ? [] : [item('resource', resource, resourceNote(diagnosis))]),
    ...(origin === null ? [] : [item('asked by', origin, '')]),
    ...(where === '' ? [] : [`- ${escapeMarkdown(where)}`]),
    ...(finding === null || finding === answerOf(diagnosis)?.what ? [] : ['', `> **${escapeMarkdown(finding)}**`]),
  ];
}

function item(label: string, value: string, note: string): string {
  return `- ${label} ${codeSpan(value)}${note === '' ? '' : ` ${escapeMarkdown(note)}`}`;
}

function steps(diagnosis: Diagnosis): readonly string[] {
  if (diagnosis.steps.length === 0) return [];
  const rows = arrange(diagnosis).flatMap(({ step }) =>
    step === null
      ? []
      : `| ${SYMBOLS[printedStatus(step, diagnosis.assumptions)]} | ${escapeMarkdown(step.title)} | ${escapeMarkdown(stepSummary(step, diagnosis.assumptions))} |`,
  );
  return ['', '| | Step | |', '| --- | --- | --- |', ...rows];
}

function together(diagnosis: Diagnosis): readonly string[] {
  const words = togetherWords(diagnosis);
  return words === null ? [] : ['', `**${ALL_FIXES}:** ${escapeMarkdown(words)}`];
}

/** Who was asked in place of AWS. */
function elsewhere({ assumptions }: Diagnosis): readonly string[] {
  return assumptions.flatMap((each) => {
    const words = elsewhereWords(each);
    return words === undefined ? [] : ['', escapeMarkdown(words)];
  });
}

/** How to check afterwards; said in the messages where there are some. */
function verify(diagnosis: Diagnosis, { given }: Settings): readonly string[] {
  const argv = messagesOf(diagnosis).length > 0 ? undefined : verifyCommand(diagnosis, given);
  const command = argv && printCommand(argv);
  if (command === undefined) return [];
  return ['', escapeMarkdown(verifyWords(diagnosis, given)), '', ...codeBlock([command], 'sh')];
}

function open(diagnosis: Diagnosis, { given, offline }: Settings): readonly string[] {
  const { open: gaps, request } = diagnosis;
  if (gaps.length === 0) return [];
  const rows = gaps.map((gap) => `- ${escapeMarkdown(`${gap.what}: ${gapClosing(gap, diagnosis)}`)}`);
  const argv = gaps.some(isForOthers) ? recordCommand(request, given) : undefined;
  const command = argv && printCommand(argv);
  const live = offline || gaps.filter(isForOthers).every(isOfSnapshot) ? '' : ' --live';
  const record =
    command === undefined
      ? []
      : ['', `${RECORD.before} <code>${RECORD.option}${live}</code>:`, '', ...codeBlock([command], 'sh')];
  return ['', ...details(NOT_READ, [...rows, ...record])];
}

function related({ related: all }: Diagnosis, settings: Settings): readonly string[] {
  if (all.length === 0) return [];
  return [
    '',
    `**${ALSO_NEEDS}**`,
    '',
    ...all.map(
      ({ why, request, verdict, afterFix }) =>
        `- ${VERDICT_SYMBOLS[verdict]} ${codeSpan(request.action ?? 'request')} ${verdict}: ${escapeMarkdown(why)}${alsoFixed(afterFix)}`,
    ),
    ...all.flatMap(({ causes, request }) =>
      causes.flatMap((cause) => ['', ...causeBlock(cause, request, settings, () => false)]),
    ),
  ];
}
