import type { Cause } from '../../model/diagnosis.ts';

/** True for a near miss, which is its own sentence: the underlined part of the policy says it better than a repetition would. */
export function isSaidByLines({ evidence: [first] }: Pick<Cause, 'evidence'>): boolean {
  return first.kind === 'statement' && first.nearMiss !== null;
}
