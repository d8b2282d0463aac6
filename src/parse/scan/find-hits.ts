import { NEEDLES } from './needles.ts';

const BEFORE = 60;
const AFTER = 120;
const SEARCHES = NEEDLES.map(({ literal, confirm }) => ({ bytes: Buffer.from(literal), confirm }));

/** True for bytes that hold a needle: whether the scanner would look at such a text at all. */
export function hasHit(bytes: Buffer): boolean {
  return findHits(bytes, 0, bytes.length).length > 0;
}

/** Offsets of confirmed needles that begin in [from, to), in order. The bytes behind `to` are looked at, too. */
export function findHits(bytes: Buffer, from: number, to: number): number[] {
  const hits: number[] = [];
  for (const { bytes: needle, confirm } of SEARCHES) {
    for (let at = bytes.indexOf(needle, from); at >= 0 && at < to; at = bytes.indexOf(needle, at + needle.length)) {
      if (
        confirm === undefined ||
        confirm.test(bytes.toString('latin1', Math.max(0, at - BEFORE), Math.min(bytes.length, at + AFTER)))
      ) {
        hits.push(at);
      }
    }
  }
  return hits.sort((one, other) => one - other);
}
