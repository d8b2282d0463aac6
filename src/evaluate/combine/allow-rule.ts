import { all, and, not, or, type Tri } from '../../model/tri.ts';
import type { CompiledRequest } from '../compiled-request.ts';
import type { LayerMatches } from '../layers/layer-rules.ts';
import { mustBeAllowedByResource, needsBothPolicies } from '../operations.ts';
import { crossesAccounts, resourceMustAllow } from '../sides.ts';
import { anyGrant } from '../statements/grants.ts';

/** Identity side and resource side together: do they allow, and which layer's Allow is needed with the other layers as they are? */
export interface AllowRule {
  readonly allow: Tri;
  readonly needs: { readonly [K in keyof LayerMatches]: Tri };
}

/**
 * The rule by which the layers of identity and resource allow. The identity side is identity ∩ boundary ∩ session; within one account
 * the resource's policy can waive parts of it, by how it names the caller. Across accounts nothing is waived, and both sides are needed.
 */
export function allowRule(compiled: CompiledRequest, layers: LayerMatches): AllowRule {
  const { identity, boundary, session, resource } = layers;
  const waives = waivers(compiled, layers);
  const mustAllow = resourceMustAllow(compiled);
  const granted = anyGrant(resource.grants);
  return {
    allow: all([
      or(identity.allow, waives.identity),
      or(boundary.allow, waives.boundary),
      or(session.allow, waives.session),
      or(granted, not(mustAllow)),
    ]),
    needs: {
      identity: not(waives.identity),
      boundary: and(not(waives.boundary), boundaryIsSureToCount(compiled, granted)),
      session: not(waives.session),
      scp: 'yes',
      rcp: 'yes',
      resource: mustAllow,
      endpoint: 'yes',
    },
  };
}

interface Waivers {
  readonly identity: Tri;
  readonly boundary: Tri;
  readonly session: Tri;
}

/**
 * What the resource's policy makes unnecessary in the same account. Naming the user or the session itself: identity policies, boundary
 * and session policy. `*`: identity policies and boundary; of session policies AWS does not speak. The role of the session: identity
 * policies only. The account: nothing.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous
 */
function waivers(compiled: CompiledRequest, { resource }: LayerMatches): Waivers {
  const { direct, everyone, role } = resource.grants;
  const sameAccount = needsBothPolicies(compiled.action) ? 'no' : not(crossesAccounts(compiled));
  const named = or(direct, everyone);
  const contradicted: Tri = compiled.resourceLayer === 'trust' ? 'unknown' : 'yes';
  return {
    identity: and(sameAccount, or(named, role)),
    boundary: and(sameAccount, and(named, contradicted)),
    session: and(sameAccount, or(direct, and(everyone, 'unknown'))),
  };
}

/**
 * A trust policy that names the user directly: the page above says that the boundary does not count, others that "it must allow the
 * sts:AssumeRole action". And where a trust or key policy is silent, an Allow that names the user would do without the boundary.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html
 */
function boundaryIsSureToCount(compiled: CompiledRequest, granted: Tri): Tri {
  if (compiled.caller.type !== 'user' || mustBeAllowedByResource(compiled) === 'no') return 'yes';
  return or(granted === 'yes' ? 'yes' : 'unknown', crossesAccounts(compiled));
}
