import { editDistance } from '../../reference/edit-distance.ts';

/**
 * The candidates whose name may have been meant by `name`, nearest first: in other letter case, a few letters off, or one name inside
 * the other.
 */
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
  return long.length - short.length > limit ? Number.POSITIVE_INFINITY : editDistance(wanted, other);
}
