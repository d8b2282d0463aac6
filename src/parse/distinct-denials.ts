import type { Denial } from '../model/denial.ts';
import { DenialCollection } from './denial-collection.ts';

/** A denial, how often it occurs, and its first and last line (counted from 1). */
export interface DistinctDenial {
  readonly denial: Denial;
  readonly count: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** The distinct denials in order of first appearance, each in its most detailed version. */
export function distinctDenials(denials: Iterable<Denial>): DistinctDenial[] {
  const collection = new DenialCollection();
  for (const denial of denials) collection.add(denial, '');
  return collection.end().map(({ text: _, ...distinct }) => distinct);
}
