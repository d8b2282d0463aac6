import type { FoundCause } from '../causes/cause.ts';
import type { DenialCase } from '../model/denial-case.ts';

/**
 * True for a cause whose fix would lead nowhere: no policy opens the way at all, or the fix would allow a role that is not there, while
 * another one must be meant.
 */
export function leadsNowhere(cause: FoundCause, denialCase: DenialCase, found: readonly FoundCause[]): boolean {
  const { blocker, remedies } = cause;
  if (barring(found, cause) !== undefined) return blocker !== null || remedies.some(({ kind }) => kind === 'rename');
  const nobodys = nobodysArns(denialCase, found).map((arn) => JSON.stringify(arn));
  return remedies.some((one) => one.kind !== 'rename' && nobodys.some((arn) => JSON.stringify(one).includes(arn)));
}

/** ARNs that the request names and that are proven not to be there, where somebody else must be meant. */
function nobodysArns({ facts }: DenialCase, found: readonly FoundCause[]): readonly string[] {
  const { role, callerEntity, principal } = facts;
  const isRenamed = found.some(({ remedies }) =>
    remedies.some((one) => one.kind === 'rename' && one.part === 'resource' && one.arn !== role?.arn),
  );
  const isMoved = callerEntity.status === 'absent' && callerEntity.instead !== undefined;
  return [isRenamed ? role?.arn : undefined, isMoved ? principal?.arn : undefined].flatMap((arn) => arn ?? []);
}

function barring(found: readonly FoundCause[], except: FoundCause): FoundCause | undefined {
  return found.find(
    (each) =>
      each !== except && each.beyondPolicies === true && (each.certainty === 'aws' || each.certainty === 'evaluated'),
  );
}
