import type { Denial } from '../model/denial.ts';
import { DenialCollection } from './denial-collection.ts';

/** A denial and where it occurs. Lines are from 1. */
export interface DistinctDenial {
  readonly denial: Denial;
  readonly count: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** The distinct denials in order of first appearance; each is the fullest of its kind seen. */
export function distinctDenials(denials: Iterable<Denial>): DistinctDenial[] {
  const collection = new DenialCollection();
  for (const denial of denials) collection.add(denial, '');
  return collection.end().denials.map(({ text: _, ...distinct }) => distinct);
}
