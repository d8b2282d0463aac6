import type { Layer } from '../model/layer.ts';
import type { AttachedPolicy, LayerFact, PolicyRef, RequestPolicies } from '../model/policy.ts';
import { samePolicy } from '../policy/same-policy.ts';

/** The parts of a request's policies in the order they are searched. */
export const PARTS = [
  'identity',
  'boundary',
  'session',
  'scp',
  'rcp',
  'resource',
  'endpoint',
] as const satisfies readonly (Layer | keyof RequestPolicies)[];

/** One part of a request's policies: a layer, where `resource` stands for the trust policy too. */
export type Part = (typeof PARTS)[number];

/** The policy as it was gathered; undefined where it does not exist (yet). */
export function findPolicy(policies: RequestPolicies, ref: PolicyRef): AttachedPolicy | undefined {
  for (const part of PARTS) {
    for (const policy of policiesOf(policies[part])) if (samePolicy(policy.ref, ref)) return policy;
  }
  return undefined;
}

function policiesOf(layer: LayerFact): readonly AttachedPolicy[] {
  return layer.status === 'known' ? layer.value.flatMap((level) => level.policies) : [];
}

/** The part in which a new policy of this kind takes effect. */
export function partOf(kind: PolicyRef['kind']): Part {
  switch (kind) {
    case 'managed':
    case 'inline':
      return 'identity';
    case 'trust':
      return 'resource';
    case 'boundary':
    case 'session':
    case 'scp':
    case 'rcp':
    case 'resource':
    case 'endpoint':
      return kind;
  }
}
