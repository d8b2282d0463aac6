import { parseArn } from '../model/arn.ts';
import type { AccessRequest } from '../model/request.ts';
import { type Tri, tri } from '../model/tri.ts';
import { actionFacts } from '../reference/service-facts.ts';
import type { CompiledRequest } from './compiled-request.ts';

/**
 * The action is given in lower case. A privileged session in a member account is a matter of the caller's policies and of the
 * organization's settings: an account has no policy of its own.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-access-management.html
 */
export function isAssumeRoot(action: string): boolean {
  return action === 'sts:assumeroot';
}

/** The action is given in lower case. The permission "is not effective in a key policy". https://docs.aws.amazon.com/kms/latest/developerguide/grant-delete.html */
export function isRetireGrant(action: string): boolean {
  return action === 'kms:retiregrant';
}

/**
 * Does the request reach a bucket through an access point? Then the policies of both count, and the access point's ARN does not tell the
 * bucket. https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
 */
export function isThroughAccessPoint({ action, request: { resource } }: CompiledRequest): boolean {
  const arn = resource === null ? undefined : parseArn(resource);
  return arn?.service === 's3' && arn.resource.startsWith('accesspoint/') && !action.includes('accesspoint');
}

/**
 * Is it the root user of an account that reads, writes or deletes the policy of a bucket? In the owner's account that cannot be denied by the
 * bucket policy: only VPC endpoint policies and those of AWS Organizations can.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html
 */
export function isRootsBucketPolicy({ action, resource, principal }: AccessRequest): boolean {
  if (principal.type !== 'root' || resource === null) return false;
  return /^arn:[^:]*:s3:::[^/]+$/.test(resource) && /^s3:(?:get|put|delete)bucketpolicy$/i.test(action);
}

/**
 * Do the policies of the caller and of the resource both have to allow it, in one account as well? The action is given in lower case. "For
 * authorization to succeed, both auth policies and identity-based policies need to have explicit allow statements."
 * https://docs.aws.amazon.com/vpc-lattice/latest/ug/auth-policies.html
 */
export function needsBothPolicies(action: string): boolean {
  return action.startsWith('vpc-lattice-svcs:');
}

/**
 * Must the resource's own policy allow the request, also in the same account? True for a role's trust policy and a KMS key's policy.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 */
export function mustBeAllowedByResource({ request, action, resourceLayer }: CompiledRequest): Tri {
  // Sessions that are no role's are tagged too.
  if (action === 'sts:tagsession' && request.resource === null) return 'unknown';
  if (resourceLayer === 'trust' || needsBothPolicies(action)) return 'yes';
  if (!action.startsWith('kms:') || isRetireGrant(action)) return 'no';
  const resource = request.resource === null ? undefined : parseArn(request.resource)?.resource;
  // Of an alias only its own operations are about the alias; for any other one it stands for a key, and nobody told which.
  if (resource?.startsWith('alias/') === true)
    return /^kms:(create|delete|update)alias$/.test(action) ? 'no' : 'unknown';
  if (resource !== undefined) return tri(resource.startsWith('key/'));
  return actionFacts(request.action)?.wildcardOnly === true ? 'no' : 'unknown';
}

/**
 * Operations that no policy decides. GetCallerIdentity: "No permissions are required", also against an explicit deny. GetSessionToken:
 * "You cannot use policies to control" it (sessions may not call it at all). RetireGrant: the principals that the grant names need no permission, and
 * no policy shows grants.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
 * https://docs.aws.amazon.com/kms/latest/developerguide/grant-delete.html
 */
export function needsNoPermission({ action }: Pick<CompiledRequest, 'action'>): Tri {
  if (action === 'sts:getcalleridentity') return 'yes';
  if (isRetireGrant(action)) return 'unknown';
  return tri(action === 'sts:getsessiontoken');
}
