import { actsOnTrust, isPassRole } from '../model/actions.ts';
import { isAccountId, parseArn } from '../model/arn.ts';
import { assumedInstead } from '../model/no-role.ts';
import type { AccessRequest } from '../model/request.ts';
import { type Tri, tri } from '../model/tri.ts';
import { actionFacts } from '../reference/service-facts.ts';
import type { Asked } from './asked.ts';

/**
 * The action is given in lower case. A privileged session in a member account is a matter of the caller's policies and of the
 * organization's settings: an account has no policy of its own.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-access-management.html
 */
export function isAssumeRoot(action: string): boolean {
  return action === 'sts:assumeroot';
}

/** Is the resource's own policy a role's trust policy? sts:TagSession also tags sessions that are no role's. */
export function resourceLayerOf({
  action,
  resource,
}: Pick<AccessRequest, 'action' | 'resource'>): 'resource' | 'trust' {
  if (!actsOnTrust(action)) return 'resource';
  const arn = resource === null ? undefined : parseArn(resource);
  return arn === undefined || arn.resource.startsWith('role/') ? 'trust' : 'resource';
}

/**
 * Must the resource's own policy allow the request, also in the same account? True for a role's trust policy and a KMS key's policy.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 */
export function mustBeAllowedByResource({ request, action }: Asked): Tri {
  // Sessions that are no role's are tagged too.
  if (action === 'sts:tagsession' && request.resource === null) return 'unknown';
  if (resourceLayerOf(request) === 'trust') return 'yes';
  if (!action.startsWith('kms:')) return 'no';
  const resource = request.resource === null ? undefined : parseArn(request.resource)?.resource;
  if (resource !== undefined) return tri(resource.startsWith('key/'));
  return actionFacts(request.action)?.wildcardOnly === true ? 'no' : 'unknown';
}

/**
 * Operations that no policy decides. GetCallerIdentity: "No permissions are required", also against an explicit deny. GetSessionToken:
 * "You cannot use policies to control" it; it is for users.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
 */
export function needsNoPermission({ action, caller: { type } }: Asked): boolean {
  if (action === 'sts:getcalleridentity') return true;
  return action === 'sts:getsessiontoken' && (type === 'user' || type === 'root');
}

/**
 * What AWS refuses whatever the policies say: the root user assumes no role, what is no role is not assumed, a role is not passed across accounts, and a federated
 * user's session calls no STS operation but GetCallerIdentity (and IAM in the console only). Whether an organization lets somebody
 * into the accounts of its members as root, no policy tells.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
 */
export function isRefusedByRule({ action, caller, request }: Asked, crosses: Tri): Tri {
  if (action === 'sts:assumerole' && caller.type === 'root') return 'yes';
  if (assumedInstead(action, request.resource) !== undefined) return 'yes';
  if (isPassRole(action)) return passesAcross(request, crosses);
  if (caller.type !== 'federated-user') return isAssumeRoot(action) ? 'unknown' : 'no';
  if (action.startsWith('sts:')) return 'yes';
  return action.startsWith('iam:') ? 'unknown' : 'no';
}

/** The ARN of the passed role shows its account. */
function passesAcross({ resource, principal }: AccessRequest, crosses: Tri): Tri {
  const account = resource === null ? undefined : parseArn(resource)?.account;
  if (account === undefined || !isAccountId(account) || principal.account === null) return crosses;
  return tri(account !== principal.account);
}
