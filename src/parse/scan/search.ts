import { BLOCK, WINDOW, windowsOf } from './windows.ts';
import { isAround } from './wrapped-needle.ts';

/** Finds needles: the offsets of their windows in [from, to), in order. The bytes after `to` are looked at as well. */
export type Search = (bytes: Buffer, from: number, to: number) => number[];

/** A needle, and the offset of one of its windows. */
interface Candidate {
  readonly needle: Buffer;
  readonly offset: number;
}

const LAST = WINDOW - BLOCK;
const BITS = 16;
const SLOTS = 1 << BITS;

/**
 * Creates a search for all needles in one pass (Wu and Manber, "A fast algorithm for multi-pattern searching", 1994). Of each needle two
 * windows are known to a table. Given any three bytes, it says how many bytes ahead a window can end at the earliest: 0 if they may end
 * one themselves, mostly 6. So a search looks at every sixth byte or so.
 */
export function createSearch(needles: readonly string[]): Search {
  const skips = new Uint8Array(SLOTS).fill(LAST + 1);
  const candidates = new Map<number, Candidate[]>();
  for (const needle of needles.map((text) => Buffer.from(text))) {
    for (const offset of windowsOf(needle)) {
      for (let at = 0; at <= LAST; at += 1) {
        const slot = slotOf(needle, offset + at);
        skips[slot] = Math.min(skips[slot] ?? 0, LAST - at);
      }
      const slot = slotOf(needle, offset + LAST);
      candidates.set(slot, [...(candidates.get(slot) ?? []), { needle, offset }]);
    }
  }

  /** Adds a hit if a window ends with the three bytes at `at`. Called where the table says 0. */
  function look(bytes: Buffer, at: number, hits: number[]): void {
    for (const { needle, offset } of candidates.get(slotOf(bytes, at)) ?? []) {
      if (!isAround(bytes, at - LAST, needle, offset, WINDOW)) continue;
      hits.push(at - LAST);
      return;
    }
  }

  function searchFrom(bytes: Buffer, from: number, end: number, hits: number[]): void {
    for (let at = from; at < end; ) {
      const skip = skips[slotOf(bytes, at)] ?? 1;
      if (skip === 0) look(bytes, at, hits);
      at += skip || 1;
    }
  }

  return (bytes, from, to) => {
    const hits: number[] = [];
    const first = from + LAST;
    const end = Math.min(to + LAST, bytes.length - BLOCK + 1);
    // Works on four quarters at a time, which takes half as long: the processor goes on with one while it waits for memory in another.
    const quarter = Math.max(0, (end - first) >> 2);
    const [endOfA, endOfB, endOfC] = [first + quarter, first + 2 * quarter, first + 3 * quarter];
    let [a, b, c, d] = [first, endOfA, endOfB, endOfC];
    while (a < endOfA && b < endOfB && c < endOfC && d < end) {
      const skipA = skips[slotOf(bytes, a)] ?? 1;
      const skipB = skips[slotOf(bytes, b)] ?? 1;
      const skipC = skips[slotOf(bytes, c)] ?? 1;
      const skipD = skips[slotOf(bytes, d)] ?? 1;
      if (skipA === 0) look(bytes, a, hits);
      if (skipB === 0) look(bytes, b, hits);
      if (skipC === 0) look(bytes, c, hits);
      if (skipD === 0) look(bytes, d, hits);
      a += skipA || 1;
      b += skipB || 1;
      c += skipC || 1;
      d += skipD || 1;
    }
    searchFrom(bytes, a, endOfA, hits);
    searchFrom(bytes, b, endOfB, hits);
    searchFrom(bytes, c, endOfC, hits);
    searchFrom(bytes, d, end, hits);
    return hits.sort((one, other) => one - other);
  };
}

function slotOf(bytes: Buffer, at: number): number {
  const block = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
  return Math.imul(block, 0x9e3779b1) >>> (32 - BITS);
}
