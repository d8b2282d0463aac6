import { isPassRole, takesUnsigned } from '../model/actions.ts';
import { assumedInstead } from '../model/no-role.ts';
import { or, type Tri, tri } from '../model/tri.ts';
import type { CompiledRequest } from './compiled-request.ts';
import { isAssumeRoot, mustBeAllowedByResource } from './operations.ts';

/**
 * Has the caller policies of its own that decide? Users, roles with their sessions, and federated users have. The root user may do
 * everything by default; services, federated identities and anonymous callers have only what a resource's policy gives them.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function hasIdentitySide({ caller: { type } }: CompiledRequest): boolean {
  return type === 'user' || type === 'role' || type === 'session' || type === 'federated-user';
}

/** Does the caller belong to an account? Then the account's service control policies limit it, the root user too. */
export function isMember(compiled: CompiledRequest): boolean {
  return hasIdentitySide(compiled) || compiled.caller.type === 'root';
}

/** Is the resource in another account than the caller? https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html */
export function crossesAccounts({ caller, request }: CompiledRequest): Tri {
  if (caller.account === null || request.resourceAccount === null) return 'unknown';
  return tri(caller.account !== request.resourceAccount);
}

/**
 * Is an Allow of the resource's own policy needed? Across accounts always (but for operations that no resource's policy decides), and for
 * callers who have no policies of their own.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
export function resourceMustAllow(compiled: CompiledRequest): Tri {
  if (isPassRole(compiled.action) || isAssumeRoot(compiled.action)) return 'no';
  // A user or a group has no policy that could let somebody assume it.
  if (assumedInstead(compiled.action, compiled.request.resource) !== undefined) return 'no';
  if (compiled.caller.type === 'anonymous' && takesUnsigned(compiled.action)) return 'no';
  if (!isMember(compiled)) return 'yes';
  return or(crossesAccounts(compiled), mustBeAllowedByResource(compiled));
}
