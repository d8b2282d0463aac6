import { permissionSetOf } from '../model/aws-names.ts';
import type { DenialCase } from '../model/denial-case.ts';
import { parsePrincipal } from '../model/principal.ts';

/**
 * The profile of the AWS config that gives the credentials of the denied caller; undefined where the current credentials are the caller's
 * own, or where no profile, or more than one, says that it gives this role. A user's profile holds keys only: nothing shows whose.
 */
export function profileOfCaller({ facts: { principal, currentIdentity } }: DenialCase): string | undefined {
  if (principal === null || currentIdentity.status !== 'known') return undefined;
  const { arn, profiles } = currentIdentity.value;
  const you = parsePrincipal(arn);
  const isRole = principal.type === 'role' || principal.type === 'session';
  if (!isRole || (you?.name === principal.name && you.account === principal.account)) return undefined;
  const set = permissionSetOf(principal.name);
  const matching = profiles.filter(
    ({ account, name, isPermissionSet }) =>
      account === principal.account && (isPermissionSet ? name === set : name === principal.name),
  );
  const [only, ...others] = matching;
  return others.length === 0 ? only?.profile : undefined;
}
