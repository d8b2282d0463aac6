import type { StatementFinding } from '../../model/verdict.ts';
import type { Blockage } from '../cause.ts';

/** How sure it is that the statement is what denies. */
export function denyVerb({ match }: StatementFinding, { rung }: Blockage): string {
  if (match === 'yes') return 'denies';
  return rung === 'aws' ? 'must be what denies' : 'may deny';
}
