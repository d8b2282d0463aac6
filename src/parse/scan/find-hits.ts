import { needles } from './needles.ts';
import { createSearch, type Search } from './search.ts';

let search: Search | undefined;

/** Offsets at which a part of a needle was found that begins in [from, to), in order. The bytes behind `to` are looked at, too. */
export function findHits(bytes: Buffer, from: number, to: number): number[] {
  // Made when the first log is searched: a text that is read as a whole needs none.
  search ??= createSearch(needles());
  return search(bytes, from, to);
}
