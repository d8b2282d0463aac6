import { unlistedAction } from '../../request/given-values.ts';
import { UsageError } from '../usage-error.ts';

/** Throws a UsageError for an action that AWS does not list, with what may have been meant. */
export function checkAction(action: string): void {
  const problem = unlistedAction(action);
  if (problem !== null) throw new UsageError(problem);
}
