import { actsOnTrust, isFederated } from '../../model/actions.ts';
import { isAccountId, parseArn, statedPartition } from '../../model/arn.ts';
import type { AuthorizationRecord } from '../../model/facts.ts';
import type { Principal } from '../../model/principal.ts';
import type { Question, UserOptions } from '../../model/question.ts';
import { UNNAMED_ACCOUNT } from '../../model/unnamed-resource.ts';
import { partitionOf } from '../../reference/partitions.ts';
import { hasNoResourcePolicies } from '../../reference/resources/resource-policies.ts';
import { contextValues } from '../given/context-values.ts';

/**
 * The account that owns the resource. Taken from its ARN, else from the context of the request; for `*` it is the caller's, as it is
 * for what AWS provides to everybody, and for what is looked up in the caller's account. Null if unknown.
 */
export function resourceAccountOf(
  question: Question,
  given: UserOptions,
  record: AuthorizationRecord | null,
  principal: Principal | null,
): string | null {
  const { resource, action } = question;
  const stated = resource === null ? undefined : parseArn(resource)?.account;
  if (stated !== undefined && isAccountId(stated)) return stated;
  if (stated === 'aws') return principal?.account ?? null;
  const context = { ...record?.context, ...given.context, ...question.denial?.sent };
  const [value] = contextValues(context, 'aws:resourceaccount');
  if (value !== undefined && isAccountId(value)) return value;
  const isCallers = (resource === '*' && !isFederated(action)) || isOfCaller(question, stated);
  return isCallers ? (principal?.account ?? null) : null;
}

/**
 * A resource that a text names without an account (a bare name, a public image) is looked up in the caller's account. Where no resource of
 * the service can have a policy, that is the only side that decides; so it is where another account shares a resource of which the
 * account is not known.
 */
function isOfCaller({ action, resource, denial }: Question, stated: string | undefined): boolean {
  // A role is named by its whole ARN.
  if (action === null || actsOnTrust(action) || !hasNoResourcePolicies(action)) return false;
  const named = denial?.resource ?? null;
  return stated === '' || stated === UNNAMED_ACCOUNT || (resource === null && named !== null && BARE_NAME.test(named));
}

const BARE_NAME = /^[\w+=,.@-]{1,256}$/;

/** The partition of the ARNs in a question, else of its region; `aws` where it has neither. */
export function partitionOfQuestion({ principal, resource, region }: Question): string {
  return statedPartition(principal?.arn, resource) ?? partitionOf(region ?? '')?.id ?? 'aws';
}
