import type { Blocker } from '../../model/blocker.ts';
import type { StatementFinding } from '../../model/verdict.ts';

/** How sure it is that the statement is what denies. */
export function denyVerb({ match }: StatementFinding, { certainty }: Blocker): string {
  if (match === 'yes') return 'denies';
  return certainty === 'aws' ? 'must be what denies' : 'may deny';
}
