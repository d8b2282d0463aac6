import type { SentInstead } from '../model/diagnosis.ts';
import { unreadable } from '../model/fact.ts';
import { notGiven } from '../model/gap.ts';
import type { RequestPolicies } from '../model/policy.ts';

/**
 * The policies of a request that is sent through a VPC endpoint instead: the policy of that endpoint decides then, too, and nothing shows it.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
export function throughEndpoint(policies: RequestPolicies, sent: SentInstead | null): RequestPolicies {
  const isThroughEndpoint = Object.keys(sent?.context ?? {}).some((key) => /^aws:sourcevpc/i.test(key));
  if (!isThroughEndpoint || policies.endpoint.status !== 'absent') return policies;
  const gap = notGiven({ what: 'the policy of the VPC endpoint', layer: 'endpoint', toPass: 'endpoint-policy' });
  return { ...policies, endpoint: unreadable(gap) };
}
