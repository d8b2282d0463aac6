import type { Blocker } from '../../model/blocker.ts';
import { known } from '../../model/fact.ts';
import type { AttachedPolicy, LayerFact, Level, RequestPolicies } from '../../model/policy.ts';
import type { AccessRequest } from '../../model/request.ts';
import { withoutDenies } from './needs-allow.ts';

/**
 * The policies as if a blocker were out of the way: its layer without Deny statements, and, where an Allow is missing, the layer (for SCPs:
 * the level) with an Allow of everything beside what it has. In a policy of the resource that Allow names the caller's account, so that the caller's own policies count as before.
 */
export function withoutBlocker(
  policies: RequestPolicies,
  { kind, layer, level }: Blocker,
  { principal }: AccessRequest,
): RequestPolicies {
  const part = layer === 'trust' ? 'resource' : layer;
  const fact = policies[part];
  if (kind !== 'missing-allow') return { ...policies, [part]: withoutDenies(fact) };
  const { partition, account } = principal;
  const caller = account === null ? '*' : { AWS: `arn:${partition}:iam::${account}:root` };
  const named = part === 'resource' || part === 'endpoint' || part === 'rcp' ? { Principal: caller } : {};
  const statement = { Effect: 'Allow', ...named, Action: '*', ...(layer === 'trust' ? {} : { Resource: '*' }) };
  const added: AttachedPolicy = {
    ref: { name: 'everything', arn: null, kind: 'inline', attachedTo: null },
    document: known({ Version: '2012-10-17', Statement: [statement] }),
  };
  return { ...policies, [part]: withPolicy(withoutDenies(fact), added, level) };
}

function withPolicy(fact: LayerFact, added: AttachedPolicy, level: number | null): LayerFact {
  const alone: Level = { id: added.ref.name, name: added.ref.name, policies: [added], gaps: [] };
  if (fact.status !== 'known' || fact.value.length === 0) return fact.status === 'unreadable' ? fact : known([alone]);
  return known(
    fact.value.map((each, index) =>
      level === null || level === index ? { ...each, policies: [...each.policies, added] } : each,
    ),
  );
}
