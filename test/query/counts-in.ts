import { createDenialScanner } from '../../src/parse/denial-scanner.ts';
import { distinctKey } from '../../src/parse/distinct-key.ts';

/** How often each denial occurs in a text, by what tells denials apart. */
export function countsIn(text: string): ReadonlyMap<string, number> {
  const scanner = createDenialScanner();
  scanner.push(Buffer.from(text));
  const found = scanner.end().denials.map(({ denial, count }) => [distinctKey(denial), count] as const);
  return new Map(found.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
