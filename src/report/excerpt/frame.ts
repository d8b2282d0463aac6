import type { StatementEvidence } from '../../model/evidence.ts';
import { visible } from '../escape/visible.ts';
import { nearMissPlace } from './near-miss-place.ts';

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

/** The excerpt of a statement with line numbers, and the near miss underlined where it stands. */
export function frame(evidence: StatementEvidence): readonly FrameLine[] {
  const all = dedent(evidence.excerpt.split('\n').map(visible));
  const miss = evidence.nearMiss;
  const place = miss === null ? undefined : nearMissPlace(all, miss);
  const { from, to } = window(all.length, place?.row ?? 0);
  const width = String(evidence.line + to - 1).length;
  const lines: FrameLine[] = [];
  if (from > 0) lines.push({ kind: 'code', number: ' '.repeat(width), text: '…' });
  for (const [offset, text] of all.slice(from, to).entries()) {
    const row = from + offset;
    lines.push({ kind: 'code', number: String(evidence.line + row).padStart(width), text });
    if (miss === null || place === undefined || row !== place.row) continue;
    lines.push({
      kind: 'mark',
      number: ' '.repeat(width),
      before: ' '.repeat(place.column),
      mark: '~'.repeat(place.length),
      words: visible(missWords(miss)),
    });
  }
  if (to < all.length) lines.push({ kind: 'code', number: ' '.repeat(width), text: '…' });
  return lines;
}

/** The difference in words; what the request has is said where the words do not hold it already. */
function missWords({ difference, requestHas, element }: NonNullable<StatementEvidence['nearMiss']>): string {
  if (element === 'condition' || requestHas === '' || difference.includes(requestHas)) return difference;
  const last = requestHas.slice(requestHas.lastIndexOf('/') + 1);
  if (last !== '' && difference.includes(last)) return difference;
  return `${difference}; ${element === 'principal' ? 'the caller is' : 'asked:'} ${requestHas}`;
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
