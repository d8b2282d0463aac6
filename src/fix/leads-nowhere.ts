import type { FoundCause } from '../checks/check.ts';
import type { Case } from '../model/case.ts';

/**
 * True for a cause whose fix would lead nowhere: no policy opens the way at all, or the fix would allow a role that is not there, while
 * another one must be meant.
 */
export function leadsNowhere(cause: FoundCause, subject: Case, found: readonly FoundCause[]): boolean {
  const { blockage, remedies } = cause;
  if (barring(found, cause) !== undefined) return blockage !== null || remedies.some(({ kind }) => kind === 'rename');
  const { role } = subject.facts;
  const isRenamed = found.some(({ remedies: all }) =>
    all.some((one) => one.kind === 'rename' && one.part === 'resource' && one.arn !== role?.arn),
  );
  if (!isRenamed || role === null) return false;
  return remedies.some((one) => one.kind !== 'rename' && JSON.stringify(one).includes(JSON.stringify(role.arn)));
}

function barring(found: readonly FoundCause[], except: FoundCause): FoundCause | undefined {
  return found.find(
    (each) => each !== except && each.barred === true && (each.rung === 'aws' || each.rung === 'evaluated'),
  );
}
