import type { StatementEvidence } from '../../model/evidence.ts';
import { policyPlace } from '../../model/policy-place.ts';

/** A policy and the statement in it. */
export function statementPlace({ policy, statement: { index, sid } }: StatementEvidence): string {
  if (index === null) return policyPlace(policy);
  return `${policyPlace(policy)}, statement ${index}${sid === null ? '' : ` "${sid}"`}`;
}
