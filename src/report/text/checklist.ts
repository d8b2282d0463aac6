import type { Cause, DiagnosedRequest, Diagnosis, Step } from '../../model/diagnosis.ts';
import type { Gap } from '../../model/gap.ts';
import { arrangeParts, type PrintedStep } from '../arrange.ts';
import { escapeText } from '../escape/text.ts';
import type { Palette, Settings } from '../options.ts';
import { answeringCause } from '../words/answer.ts';
import { DOUBTS } from '../words/doubt.ts';
import { optionOf } from '../words/option.ts';
import { requirementList } from '../words/requirements/requirement.ts';
import { isShownByList } from '../words/shown-by-list.ts';
import { printedStatus, stepSummary } from '../words/step.ts';
import { SYMBOLS } from '../words/symbols.ts';
import { causeLines } from './cause.ts';
import { evidenceLines } from './evidence.ts';
import { gapTeller, type TellGaps } from './gaps.ts';
import { indent, narrower, wrap } from './page.ts';

const COLORS = { pass: 'green', fail: 'red', unknown: 'yellow', skipped: 'dim' } as const satisfies Record<
  Step['status'],
  keyof Palette
>;

/** What stands under a step is moved to the right by this much. */
const UNDER = 4;
/** The part of the page that titles may take where something stands beside them. */
const TITLE_PART = 0.4;

/** Every step, in two parts: those that block, with what went wrong under each, and the others. */
export function checklist(
  diagnosis: Diagnosis,
  settings: Settings,
): { readonly blocking: readonly string[]; readonly others: readonly string[] } {
  const { assumptions } = diagnosis;
  const column = titleColumn(diagnosis.steps, settings.width * TITLE_PART);
  const tellGaps = gapTeller(diagnosis, settings);
  const { blocking, others } = arrangeParts(listed(diagnosis));
  const answering = answeringCause(diagnosis)?.cause;
  // The answer on top says already what was seen of the layer that AWS names.
  const isAnswered = (causes: readonly Cause[]) =>
    causes.some((cause) => isSaidByStep(cause, settings) && cause.key === answering?.key);
  const linesOf = ({ step, causes }: PrintedStep) =>
    step === null
      ? causes.flatMap((cause) => apartLines(cause, diagnosis.request, settings))
      : stepLines(
          { step: { ...step, summary: isAnswered(causes) ? '' : stepSummary(step, assumptions) }, causes },
          column,
          diagnosis.request,
          settings,
          tellGaps,
          (gap) => isToldUnder(step, gap, diagnosis.steps),
          printedStatus(step, assumptions),
        );
  return { blocking: blocking.flatMap(linesOf), others: others.flatMap(linesOf) };
}

/** Without the advice that the answer and the list give already. */
function listed(diagnosis: Diagnosis): Diagnosis {
  const [first, ...more] = diagnosis.causes;
  return first !== undefined && isShownByList(first) && requirementList(diagnosis) !== undefined
    ? { ...diagnosis, causes: [{ ...first, fix: null }, ...more] }
    : diagnosis;
}

/** A question about another layer is told under the step of that layer, where it is asked there too. */
function isToldUnder({ id }: Step, gap: Gap, steps: readonly Step[]): boolean {
  if (gap.layer === null || gap.layer === id) return true;
  const own = steps.find((step) => step.id === gap.layer);
  return (
    own?.status !== 'unknown' || !own.gaps.some((other) => other.what === gap.what && optionOf(other) === optionOf(gap))
  );
}

/** Wide enough for the titles that have something beside them, within reason. */
function titleColumn(steps: readonly Step[], widest: number): number {
  const titles = steps.filter(({ summary }) => summary !== '').map(({ title }) => escapeText(title).length);
  return Math.max(0, ...titles.filter((length) => length <= widest)) + 2;
}

function stepLines(
  { step, causes }: PrintedStep & { readonly step: Step },
  column: number,
  request: DiagnosedRequest,
  settings: Settings,
  tellGaps: TellGaps,
  isHere: (gap: Gap) => boolean,
  printed: Step['status'],
): readonly string[] {
  const inner = narrower(settings, UNDER);
  const isTold = step.status === 'unknown' || settings.detail === 'verbose';
  // Where only AWS's word is known, what could not be read is why.
  const gaps = step.gaps.filter((gap) => (isTold || causes.some(isOnlySaid) ? isHere(gap) : isOfRequest(gap)));
  const evidence = isTold && causes.length === 0 ? step.evidence : [];
  return [
    ...headLines({ ...step, status: printed }, column, settings),
    ...indent(
      [
        ...causes.flatMap((cause) => causeLines(isSaidByStep(cause, settings) ? unsaid(cause) : cause, request, inner)),
        ...evidence.flatMap((item) => evidenceLines(item, inner, {})),
        ...tellGaps(gaps, step.id, inner),
      ],
      UNDER,
    ),
  ];
}

/** What is missing of the request itself: told also where the answer is certain without it, since a fix needs it. */
function isOfRequest({ toPass, layer }: Gap): boolean {
  return layer === null && (toPass === 'resource' || toPass === 'service');
}

/** Title and summary side by side where they fit, else the summary below. */
function headLines(
  { status, title, summary }: Pick<Step, 'status' | 'title' | 'summary'>,
  column: number,
  settings: Settings,
): readonly string[] {
  const { palette, width } = settings;
  const color = palette[COLORS[status]];
  const strong = status === 'fail' ? palette.bold : (text: string) => text;
  const shownTitle = escapeText(title);
  const shownSummary = escapeText(summary);
  const head = `${color(SYMBOLS[status])} `;
  if (shownSummary !== '' && shownTitle.length <= column - 2 && 2 + column + shownSummary.length <= width)
    return [`${head}${strong(shownTitle.padEnd(column))}${palette.dim(shownSummary)}`];
  const [first = '', ...rest] = wrap(shownTitle, width - 2);
  const below = shownSummary === '' ? [] : wrap(shownSummary, width - UNDER);
  return [
    `${head}${strong(first)}`,
    ...rest.map((line) => `  ${strong(line)}`),
    ...below.map((line) => `${' '.repeat(UNDER)}${palette.dim(line)}`),
  ];
}

/** Where only AWS's word is known, the step says what AWS said, and the quote has the words: a summary would repeat them. */
function isSaidByStep(cause: Cause, { detail }: Settings): boolean {
  return detail !== 'verbose' && isOnlySaid(cause);
}

function isOnlySaid({ blocker }: Cause): boolean {
  return blocker === 'named-by-aws';
}

/** Its sentence stands above already. */
function unsaid(cause: Cause): Cause {
  return { ...cause, summary: '', rung: 'evaluated' };
}

/** A cause that is about the call as a whole. */
function apartLines(cause: Cause, request: DiagnosedRequest, settings: Settings): readonly string[] {
  const { palette } = settings;
  const [first = '', ...rest] = wrap(escapeText(`${DOUBTS[cause.rung]}${cause.summary}`), settings.width - 2);
  return [
    `${palette.red(SYMBOLS.fail)} ${palette.bold(first)}`,
    ...rest.map((line) => `  ${palette.bold(line)}`),
    ...indent(causeLines(unsaid(cause), request, narrower(settings, UNDER)), UNDER),
  ];
}
