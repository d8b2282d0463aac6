import { isPassRole, takesLongTermKeyOnly, takesSignedOnly } from '../model/actions.ts';
import { isAccountId, parseArn } from '../model/arn.ts';
import { assumedInstead } from '../model/no-role.ts';
import type { AccessRequest } from '../model/request.ts';
import { type Tri, tri } from '../model/tri.ts';
import { isLimitedToOrganizationAccounts } from '../reference/actions/organization-calls.ts';
import { isAcrossPartitions } from './across-partitions.ts';
import type { CompiledRequest } from './compiled-request.ts';
import { isAssumeRoot } from './operations.ts';

/**
 * What AWS refuses whatever the policies say: the root user assumes no role, what is no role is not assumed, nor a role of another
 * partition, a role is not passed across accounts, sessions get no credentials of users, nobody calls STS or IAM without a signature, and a federated user's session calls no
 * STS operation but GetCallerIdentity, and IAM in the console only ("cannot use AWS CLI or AWS API to call IAM operations"). Whether an organization lets somebody into the accounts of its
 * members as root, no policy tells. That a user's session of GetSessionToken is refused most of STS and IAM is left out: whether the
 * credentials are such a session hardly ever shows, and the check of that name says it where it does.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound_cross_partition.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
 */
export function isRefusedByRule({ action, caller, request }: CompiledRequest, crosses: Tri): Tri {
  if (assumedInstead(action, request.resource) !== undefined) return 'yes';
  if (isAcrossPartitions(request)) return 'yes';
  if (isForDelegatedAdministrator(request)) return 'unknown';
  // No call of IAM: another service asks for it.
  if (isPassRole(action)) return passesAcross(request, crosses);
  switch (caller.type) {
    case 'root':
      if (action === 'sts:assumerole') return 'yes';
      break;
    case 'role':
    case 'session':
      if (takesLongTermKeyOnly(action)) return 'yes';
      break;
    case 'federated-user':
      if (action.startsWith('sts:')) return tri(action !== 'sts:getcalleridentity');
      if (!action.startsWith('iam:')) return 'no';
      return request.byProgram === true ? 'yes' : 'unknown';
    case 'anonymous':
      return tri(takesSignedOnly(action));
    case 'user':
    case 'federated':
    case 'service':
      break;
  }
  return isAssumeRoot(action) ? 'unknown' : 'no';
}

/**
 * What may be a member account calls AWS Organizations, which takes this from the management account and delegated administrators only. Which accounts
 * those are, no policy shows. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_delegated_admin.html
 */
export function isForDelegatedAdministrator({ action, mayBeMemberAccount }: AccessRequest): boolean {
  return mayBeMemberAccount === true && isLimitedToOrganizationAccounts(action);
}

/** The ARN of the passed role shows its account. */
function passesAcross({ resource, principal }: AccessRequest, crosses: Tri): Tri {
  const account = resource === null ? undefined : parseArn(resource)?.account;
  if (account === undefined || !isAccountId(account) || principal.account === null) return crosses;
  return tri(account !== principal.account);
}
