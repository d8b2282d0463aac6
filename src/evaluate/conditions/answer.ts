import type { Gap } from '../../model/gap.ts';
import type { Tri } from '../../model/tri.ts';

/** An answer, with its gap where it is unknown. */
export type Answer =
  | { readonly match: 'yes' | 'no'; readonly gap: null }
  | { readonly match: 'unknown'; readonly gap: Gap };

/** It matches, whatever is not known. */
export const YES: Answer = { match: 'yes', gap: null };
/** It does not match, whatever is not known. */
export const NO: Answer = { match: 'no', gap: null };

/** It depends on something that is not known. */
export function unknown(gap: Gap): Answer {
  return { match: 'unknown', gap };
}

/** The answer where everything is known. */
export function definite(matches: boolean): Answer {
  return matches ? YES : NO;
}

/** The first answer of this kind; else one that is unknown; else the opposite. `no` makes it an and, `yes` an or. */
export function firstOf(match: Exclude<Tri, 'unknown'>, answers: readonly Answer[]): Answer {
  let result = match === 'yes' ? NO : YES;
  for (const answer of answers) {
    if (answer.match === match) return answer;
    if (answer.match === 'unknown') result = answer;
  }
  return result;
}
