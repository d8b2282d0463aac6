import { needles } from './needles.ts';
import { createSearch, type Search } from './search.ts';

let search: Search | undefined;

/** Where needles are: for each a position inside it, from `from` up to `to`, in order. The bytes after `to` are looked at as well. */
export function findHits(bytes: Buffer, from: number, to: number): number[] {
  // Created when the first log is searched: a text that is parsed as a whole needs none.
  search ??= createSearch(needles());
  return search(bytes, from, to);
}
