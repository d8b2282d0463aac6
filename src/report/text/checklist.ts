import type { Cause, DiagnosedRequest, Diagnosis, Step } from '../../model/diagnosis.ts';
import { arrange, type StepWithCauses } from '../arrange.ts';
import { escapeText } from '../escape/text.ts';
import type { Palette, Settings } from '../options.ts';
import { SYMBOLS } from '../words/symbols.ts';
import { causeLines } from './cause.ts';
import { evidenceLines } from './evidence.ts';
import { gapLines } from './gaps.ts';
import { indent, narrower, wrap } from './page.ts';

const COLORS = { pass: 'green', fail: 'red', unknown: 'yellow', skipped: 'dim' } as const satisfies Record<
  Step['status'],
  keyof Palette
>;

/** What stands under a step is moved to the right by this much. */
const UNDER = 4;
const WIDEST_TITLE = 40;

/** Every step in its order with what went wrong under it, then the causes that belong to no step. */
export function checklist(diagnosis: Diagnosis, settings: Settings): readonly string[] {
  const { steps, apart } = arrange(diagnosis);
  const column = titleColumn(steps);
  return [
    ...steps.flatMap((told) => stepLines(told, column, diagnosis.request, settings)),
    ...apart.flatMap((cause) => apartLines(cause, diagnosis.request, settings)),
  ];
}

/** Wide enough for the titles that have something beside them, within reason. */
function titleColumn(steps: readonly StepWithCauses[]): number {
  const titles = steps.filter(({ step }) => step.summary !== '').map(({ step }) => escapeText(step.title).length);
  return Math.min(WIDEST_TITLE, Math.max(0, ...titles)) + 2;
}

function stepLines(
  { step, causes }: StepWithCauses,
  column: number,
  request: DiagnosedRequest,
  settings: Settings,
): readonly string[] {
  const inner = narrower(settings, UNDER);
  const gaps = step.status === 'unknown' || settings.detail === 'verbose' ? step.gaps : [];
  const evidence = settings.detail === 'verbose' && causes.length === 0 ? step.evidence : [];
  return [
    ...headLines(step, column, settings),
    ...indent(
      [
        ...causes.flatMap((cause) => causeLines(cause, request, inner)),
        ...evidence.flatMap((item) => evidenceLines(item, inner)),
        ...gapLines(gaps, request, inner),
      ],
      UNDER,
    ),
  ];
}

/** Title and summary side by side where they fit, else the summary below. */
function headLines({ status, title, summary }: Step, column: number, { palette, width }: Settings): readonly string[] {
  const color = palette[COLORS[status]];
  const strong = status === 'fail' ? palette.bold : (text: string) => text;
  const shownTitle = escapeText(title);
  const shownSummary = escapeText(summary);
  const head = `${color(SYMBOLS[status])} `;
  if (shownSummary === '') return [`${head}${strong(shownTitle)}`];
  if (shownTitle.length <= column - 2 && 2 + column + shownSummary.length <= width)
    return [`${head}${strong(shownTitle.padEnd(column))}${palette.dim(shownSummary)}`];
  const below = wrap(shownSummary, width - UNDER).map((line) => `${' '.repeat(UNDER)}${palette.dim(line)}`);
  return [`${head}${strong(shownTitle)}`, ...below];
}

/** A cause that is about the call as a whole. */
function apartLines(cause: Cause, request: DiagnosedRequest, settings: Settings): readonly string[] {
  const { palette } = settings;
  const [first = '', ...rest] = wrap(escapeText(cause.summary), settings.width - 2);
  const bare = { ...cause, summary: '' };
  return [
    `${palette.red(SYMBOLS.fail)} ${palette.bold(first)}`,
    ...rest.map((line) => `  ${palette.bold(line)}`),
    ...indent(causeLines(bare, request, narrower(settings, UNDER)), UNDER),
  ];
}
