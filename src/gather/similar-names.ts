/** The names that somebody may have meant by `name`, nearest first: other case, a few letters off, one inside the other. */
export function similarNames<T>(
  name: string,
  candidates: readonly T[],
  nameOf: (candidate: T) => string,
): readonly T[] {
  const wanted = name.toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 5));
  return candidates
    .map((candidate) => ({ candidate, distance: distanceTo(wanted, nameOf(candidate).toLowerCase(), limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((left, right) => left.distance - right.distance)
    .slice(0, 5)
    .map(({ candidate }) => candidate);
}

function distanceTo(wanted: string, other: string, limit: number): number {
  if (wanted === other) return 0;
  const [short, long] = wanted.length < other.length ? [wanted, other] : [other, wanted];
  if (short.length >= 4 && long.includes(short)) return limit;
  return long.length - short.length > limit ? limit + 1 : editDistance(wanted, other);
}

/** Letters to insert, delete or replace (Levenshtein); names have at most 64 letters. */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const replace = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
