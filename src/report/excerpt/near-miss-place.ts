import type { NearMissEvidence } from '../../model/evidence.ts';
import { visible } from '../escape/visible.ts';

/** Where to underline: row of the excerpt, column and length in it. */
export interface Place {
  readonly row: number;
  readonly column: number;
  readonly length: number;
}

/**
 * Finds the part of the excerpt that does not fit: of what the policy says, the parts of the ARN or name that differ from what
 * the request has. Undefined where the excerpt does not show it.
 */
export function nearMissPlace(
  lines: readonly string[],
  { policySays, requestHas }: NearMissEvidence,
): Place | undefined {
  const said = visible(JSON.stringify(policySays).slice(1, -1));
  const row = said === '' ? -1 : lines.findIndex((line) => line.includes(`"${said}"`));
  if (row >= 0) {
    const { from, to } = differingPart(said, visible(requestHas));
    return { row, column: (lines[row]?.indexOf(`"${said}"`) ?? 0) + 1 + from, length: to - from };
  }
  return lastValue(lines);
}

/** The last text of the first line that has one: the value of a condition, or of a list's first item. */
function lastValue(lines: readonly string[]): Place | undefined {
  for (const [row, line] of lines.entries()) {
    const value = /"((?:[^"\\]|\\.)*)"[\]},]*$/.exec(line);
    if (value?.[1] !== undefined && value[1] !== '') return { row, column: value.index + 1, length: value[1].length };
  }
  return undefined;
}

/** From the first to the last part, between `:` and `/`, in which two texts differ; what follows where ours only lacks some. */
function differingPart(said: string, has: string): { readonly from: number; readonly to: number } {
  const ours = said.split(/(?<=[:/])/);
  const theirs = has.split(/(?<=[:/])/);
  let first = 0;
  while (first < ours.length && ours[first] === theirs[first]) first += 1;
  let last = 0;
  while (last < ours.length - first && ours.at(-1 - last) === theirs.at(-1 - last)) last += 1;
  const from = ours.slice(0, first).join('').length;
  const to = ours
    .slice(0, ours.length - last)
    .join('')
    .replace(/[:/]$/, '').length;
  if (to > from) return { from, to };
  // Something is missing: what stands behind the gap.
  return { from: from < said.length ? from : 0, to: said.length };
}
