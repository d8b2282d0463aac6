import type { StatementEvidence } from '../../model/evidence.ts';
import { visible } from '../escape/visible.ts';
import { nearMissPlace, type Place } from './near-miss-place.ts';

/** A line of a policy as we print it; or, under it, the mark of a near miss with its words. Everything is visible already. */
export type FrameLine =
  | { readonly kind: 'code'; readonly number: string; readonly text: string }
  | {
      readonly kind: 'mark';
      readonly number: string;
      readonly before: string;
      readonly mark: string;
      readonly words: string;
    };

const MOST_LINES = 14;

/** The excerpt of a statement with line numbers, what it stands in above it, and the near miss underlined where it stands. */
export function frame(evidence: StatementEvidence): readonly FrameLine[] {
  const around = evidence.within ?? [];
  const all = dedent([...around.map(({ text }) => text), ...evidence.excerpt.split('\n')].map(visible));
  const excerpt = all.slice(around.length);
  const miss = evidence.nearMiss;
  const place = miss === null ? undefined : nearMissPlace(excerpt, miss);
  const { from, to } = window(excerpt.length, place?.row ?? 0);
  const width = String(evidence.line + to - 1).length;
  const code = (number: string, text: string): FrameLine => ({ kind: 'code', number: number.padStart(width), text });
  const lines = around.map(({ line }, row) => code(String(line), all[row] ?? ''));
  if (from > 0) lines.push(code('', '…'));
  for (const [offset, text] of excerpt.slice(from, to).entries()) {
    const row = from + offset;
    lines.push(code(String(evidence.line + row), text));
    if (miss !== null && row === place?.row) lines.push(mark(place, miss.mark, width));
  }
  if (to < excerpt.length) lines.push(code('', '…'));
  return lines;
}

function mark({ column, length }: Place, words: string, width: number): FrameLine {
  return {
    kind: 'mark',
    number: ' '.repeat(width),
    before: ' '.repeat(column),
    mark: '~'.repeat(length),
    words: visible(words),
  };
}

/** A part of the excerpt that holds the row; long statements are cut. */
function window(length: number, row: number): { readonly from: number; readonly to: number } {
  if (length <= MOST_LINES) return { from: 0, to: length };
  const from = Math.max(0, Math.min(row - MOST_LINES + 3, length - MOST_LINES));
  return { from, to: from + MOST_LINES };
}

function dedent(lines: readonly string[]): readonly string[] {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const common = indents.length === 0 ? 0 : Math.min(...indents);
  return lines.map((line) => line.slice(common));
}
