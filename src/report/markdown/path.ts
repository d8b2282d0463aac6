import type { DiagnosedRequest, Diagnosis } from '../../model/diagnosis.ts';
import { codeBlock } from '../escape/markdown.ts';
import { escapeMermaid } from '../escape/mermaid.ts';
import { cut } from '../path/cut.ts';
import { type DecisionPath, decisionPath, type Reach, type Stage } from '../path/decision-path.ts';
import { outcomeWords, subjectWords } from '../words/outcome.ts';
import { PATH_TITLE, STAGE_SYMBOLS, stageName } from '../words/stage.ts';

/** Longer labels make the whole picture small. */
const LONGEST = 80;

/** More boxes than these side by side are small: they stand one below the other. */
const MOST_IN_A_ROW = 3;

/** What stands in one box: a stage that blocks alone, others that follow each other together. */
interface Box {
  readonly blocks: boolean;
  readonly reach: Reach;
  readonly lines: readonly string[];
}

/**
 * The decision path as a flowchart, which GitHub and GitLab draw: boxes of what blocks have six corners, and behind them the line is broken.
 * Nothing where there is no path, or none of its stages is known to block: the table of steps says the rest.
 * https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/creating-diagrams
 */
export function pathBlock(diagnosis: Diagnosis): readonly string[] {
  const path = decisionPath(diagnosis);
  if (path === null) return [];
  const boxes = boxesOf(path, diagnosis.request);
  if (!boxes.some(({ blocks }) => blocks)) return [];
  const end = `end_([${label([`${subjectWords(diagnosis)} ${outcomeWords(diagnosis)}`])}])`;
  const lines = [
    `flowchart ${boxes.length > MOST_IN_A_ROW ? 'TD' : 'LR'}`,
    `  accTitle: ${PATH_TITLE}`,
    ...boxes.map((box, index) => `  s${index}${shape(box)}`),
    `  ${end}`,
    ...boxes.map((box, index) => {
      const next = boxes[index + 1];
      return `  s${index} ${link(box, next?.reach ?? path.outcome)} ${next === undefined ? 'end_' : `s${index + 1}`}`;
    }),
  ];
  return ['', ...codeBlock(lines, 'mermaid')];
}

function boxesOf({ stages }: DecisionPath, request: DiagnosedRequest): readonly Box[] {
  const boxes: Box[] = [];
  for (const stage of stages) {
    const blocks = stage.status === 'fail';
    const lines = linesOf(stage, request);
    const last = boxes.at(-1);
    if (last !== undefined && !last.blocks && !blocks)
      boxes.splice(-1, 1, { ...last, lines: [...last.lines, ...lines] });
    else boxes.push({ blocks, reach: stage.reach, lines });
  }
  return boxes;
}

/** The name of the stage; of one that blocks also what its step says. */
function linesOf(stage: Stage, request: DiagnosedRequest): readonly string[] {
  const name = `${STAGE_SYMBOLS[stage.status]} ${stageName(stage, request)}`;
  return stage.status === 'fail' ? [`${name}:`, stage.step.title] : [name];
}

function shape({ blocks, lines }: Box): string {
  return blocks ? `{{${label(lines)}}}` : `[${label(lines)}]`;
}

function label(lines: readonly string[]): string {
  return `"${lines.map((line) => escapeMermaid(cut(line, LONGEST))).join('<br>')}"`;
}

/** An arrow as far as the request surely comes, dots from where it may not, a cross behind what blocks. */
function link({ blocks }: Box, reach: Reach): string {
  if (blocks) return '--x';
  return reach === 'reached' ? '-->' : '-.->';
}
