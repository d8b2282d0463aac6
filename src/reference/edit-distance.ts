/** Longer texts are not compared: the work grows with the product of the lengths. */
const LONGEST = 128;

/**
 * How many letters must be inserted, removed, replaced or swapped with their neighbour (optimal string alignment);
 * infinite for texts longer than 128 letters.
 */
export function editDistance(left: string, right: string): number {
  if (left === right) return 0;
  if (left.length > LONGEST || right.length > LONGEST) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const replaced = at(last, j - 1) + (left[i - 1] === right[j - 1] ? 0 : 1);
      let best = Math.min(at(last, j) + 1, at(row, j - 1) + 1, replaced);
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        best = Math.min(best, at(before, j - 2) + 1);
      }
      row.push(best);
    }
    before = last;
    last = row;
  }
  return at(last, right.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}

/** The candidates that could be meant by a misspelt text, the nearest first; case does not count. At most a third of it may differ. */
export function nearestTexts(text: string, candidates: readonly string[], count: number): readonly string[] {
  const id = text.toLowerCase();
  const limit = Math.max(2, Math.floor(id.length / 3));
  return candidates
    .filter((candidate) => Math.abs(candidate.length - id.length) <= limit)
    .map((candidate) => ({ candidate, distance: editDistance(id, candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}
