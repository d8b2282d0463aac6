import { SHAPES } from '../shapes/registry.ts';

let known: readonly string[] | undefined;

/**
 * What a log is searched for: the needles of all shapes. A needle that contains another one is left out, because wherever it occurs the
 * other one does. Collected when the first log is searched: a text that is parsed as a whole needs none.
 */
export function needles(): readonly string[] {
  known ??= shortest(SHAPES.flatMap((shape) => shape.needles));
  return known;
}

function shortest(all: readonly string[]): string[] {
  const kept: string[] = [];
  for (const needle of [...new Set(all)].sort((one, other) => one.length - other.length)) {
    if (!kept.some((shorter) => needle.includes(shorter))) kept.push(needle);
  }
  return kept.sort();
}

/** The needles as one pattern for `grep -E`, to measure both side by side. */
export function needlesForGrep(): string {
  return needles()
    .map((needle) => needle.replace(/[()[\].*+?^${}|\\]/g, '\\$&'))
    .join('|');
}
