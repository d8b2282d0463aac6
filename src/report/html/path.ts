import type { Diagnosis } from '../../model/diagnosis.ts';
import { html, type Markup } from '../escape/html.ts';
import { cut } from '../path/cut.ts';
import { decisionPath, type Reach, type StageStatus } from '../path/decision-path.ts';
import { outcomeWords, subjectWords } from '../words/outcome.ts';
import { PATH_TITLE, STAGE_SYMBOLS, STAGE_WORDS, stageName } from '../words/stage.ts';

/** A stop on the way, as it is drawn. */
interface Stop {
  readonly kind: StageStatus | 'end';
  readonly symbol: string;
  readonly name: string;
  readonly note: string;
  /** What is known of the way to it. */
  readonly reach: Reach;
}

/** The decision path as a line with stops, once from left to right and once from top to bottom: the style shows the one that fits. */
export function pathFigure(diagnosis: Diagnosis): Markup | null {
  const path = decisionPath(diagnosis);
  if (path === null) return null;
  const { request } = diagnosis;
  const stops: readonly Stop[] = [
    ...path.stages.map((stage) => ({
      kind: stage.status,
      symbol: STAGE_SYMBOLS[stage.status],
      name: stageName(stage, request),
      note: stage.status === 'pass' ? '' : STAGE_WORDS[stage.status],
      reach: stage.reach,
    })),
    {
      kind: 'end',
      symbol: outcomeSymbol(diagnosis),
      name: subjectWords(diagnosis),
      note: outcomeWords(diagnosis),
      reach: path.outcome,
    },
  ];
  const said = [
    ...path.stages.map((stage) => `${stageName(stage, request)}: ${STAGE_WORDS[stage.status]}`),
    `${subjectWords(diagnosis)}: ${outcomeWords(diagnosis)}`,
  ];
  const label = `${PATH_TITLE}. ${said.join('; ')}`;
  return html`<figure class="path">
${across(stops, label)}${down(stops, label)}</figure>
`;
}

function outcomeSymbol({ denial, verdict }: Diagnosis): string {
  if (denial === null && verdict === 'allowed') return STAGE_SYMBOLS.pass;
  return denial === null && verdict === 'undetermined' ? STAGE_SYMBOLS.unknown : STAGE_SYMBOLS.fail;
}

const RADIUS = 15;
const LINE_HEIGHT = 15;
/** A stop from left to right: how wide it is, where its middle is, how many letters a line of its name may have, and how many lines. */
const COLUMN = { width: 104, middle: 22, letters: 13, lines: 4 } as const;
/** A stop from top to bottom. */
const ROW = { height: 46, middle: 20, width: 340, text: 48, letters: 40 } as const;

function across(stops: readonly Stop[], label: string): Markup {
  const names = stops.map(({ name }) => wrapped(name));
  const most = Math.max(...names.map((lines) => lines.length));
  const width = stops.length * COLUMN.width;
  const first = COLUMN.middle + RADIUS + 22;
  const x = (index: number) => index * COLUMN.width + COLUMN.width / 2;
  const lines = stops.slice(1).map(({ reach }, index) => {
    const [from, to] = [x(index) + RADIUS + 4, x(index + 1) - RADIUS - 4];
    return html`<path class="way ${reach}" d="M${from} ${COLUMN.middle}H${to}"/>
`;
  });
  const drawn = stops.map((stop, index) => {
    const name = (names[index] ?? []).map(
      (words, line) => html`<tspan x="${x(index)}" y="${first + line * LINE_HEIGHT}">${words}</tspan>`,
    );
    const below = first + (names[index] ?? []).length * LINE_HEIGHT + 1;
    return html`<g class="stop ${stop.kind}">${mark(stop, x(index), COLUMN.middle)}<text class="name" text-anchor="middle">${name}</text><text class="note" text-anchor="middle" x="${x(index)}" y="${below}">${stop.note}</text></g>
`;
  });
  return picture('across', label, width, first + most * LINE_HEIGHT + 10, [...lines, ...drawn]);
}

function down(stops: readonly Stop[], label: string): Markup {
  const y = (index: number) => index * ROW.height + ROW.middle;
  const x = RADIUS + 5;
  const lines = stops.slice(1).map(
    ({ reach }, index) =>
      html`<path class="way ${reach}" d="M${x} ${y(index) + RADIUS + 3}V${y(index + 1) - RADIUS - 3}"/>
`,
  );
  const drawn = stops.map((stop, index) => {
    const middle = y(index) + (stop.note === '' ? 5 : -2);
    return html`<g class="stop ${stop.kind}">${mark(stop, x, y(index))}<text class="name" x="${ROW.text}" y="${middle}">${cut(stop.name, ROW.letters)}</text><text class="note" x="${ROW.text}" y="${middle + LINE_HEIGHT}">${stop.note}</text></g>
`;
  });
  return picture('down', label, ROW.width, stops.length * ROW.height, [...lines, ...drawn]);
}

function mark({ kind, symbol }: Stop, x: number, y: number): Markup {
  const form =
    kind === 'end'
      ? html`<rect x="${x - RADIUS}" y="${y - RADIUS}" width="${2 * RADIUS}" height="${2 * RADIUS}" rx="5"/>`
      : html`<circle cx="${x}" cy="${y}" r="${RADIUS}"/>`;
  return html`${form}<text class="symbol" text-anchor="middle" x="${x}" y="${y + 5}">${symbol}</text>`;
}

function picture(kind: string, label: string, width: number, height: number, content: readonly Markup[]): Markup {
  return html`<svg class="${kind}" role="img" aria-label="${label}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
${content}</svg>
`;
}

/** Broken at spaces, behind colons, and inside of `PutItem`; what does not fit then is cut. */
function wrapped(name: string): readonly string[] {
  const lines: string[] = [];
  for (const word of name.split(/(?<=[ :])|(?=[A-Z][a-z])/)) {
    const last = lines.at(-1);
    const longer = `${last ?? ''}${word}`;
    if (last !== undefined && !last.endsWith(':') && longer.trimEnd().length <= COLUMN.letters)
      lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return lines.slice(0, COLUMN.lines).map((line) => cut(line.trimEnd(), COLUMN.letters));
}
