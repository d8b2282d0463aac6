import { type Absent, absent } from '../../model/fact.ts';

/** Stands for the call in an `Absent` that no call established: a rule of IAM did. */
export const BY_RULE = 'rule';

/**
 * A layer that one of IAM's rules excludes, so that nothing has to be read. `rule` says why, and is printed after the layer's name:
 * `Identity policies – of IAM users and roles only`.
 */
export function absentByRule(rule: string): Absent {
  return absent(BY_RULE, rule);
}
