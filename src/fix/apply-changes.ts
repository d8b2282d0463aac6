import type { Change } from '../model/diagnosis.ts';
import { known } from '../model/fact.ts';
import type { Layer } from '../model/layer.ts';
import type { AttachedPolicy, LayerFact, Level, PolicyRef, RequestPolicies } from '../model/policy.ts';
import { applyChange } from '../policy/apply-change.ts';
import { sameDocument, samePolicy } from '../policy/same-policy.ts';

/** The parts of a request's policies: its layers, where `resource` is the trust policy as well. */
const PARTS = ['identity', 'boundary', 'session', 'scp', 'rcp', 'resource', 'endpoint'] as const satisfies readonly (
  | Layer
  | keyof RequestPolicies
)[];

type Part = (typeof PARTS)[number];

/** The policy as it was gathered; undefined where it does not exist, or not yet. */
export function findPolicy(policies: RequestPolicies, ref: PolicyRef): AttachedPolicy | undefined {
  for (const part of PARTS) {
    for (const policy of policiesOf(policies[part])) if (samePolicy(policy.ref, ref)) return policy;
  }
  return undefined;
}

/** All policies of a request that are listed, whatever layer they act in; a document that acts in two layers stands there twice. */
export function policiesIn(policies: RequestPolicies): readonly AttachedPolicy[] {
  return PARTS.flatMap((part) => policiesOf(policies[part]));
}

function policiesOf(layer: LayerFact): readonly AttachedPolicy[] {
  return layer.status === 'known' ? layer.value.flatMap((level) => level.policies) : [];
}

/**
 * The policies after the changes, each applied to the result of the one before. A policy that does not exist yet is attached where its
 * reference says. Undefined where a change does not fit the document.
 */
export function applyChanges(policies: RequestPolicies, changes: readonly Change[]): RequestPolicies | undefined {
  let result: RequestPolicies | undefined = policies;
  for (const change of changes) {
    if (result === undefined) return undefined;
    result = findPolicy(result, change.policy) === undefined ? attach(result, change) : edit(result, change);
  }
  return result;
}

function edit(policies: RequestPolicies, change: Change): RequestPolicies | undefined {
  let failed = false;
  const changed = (policy: AttachedPolicy): AttachedPolicy => {
    if (!sameDocument(policy.ref, change.policy) || policy.document.status !== 'known') return policy;
    const after = applyChange(policy.document.value, change);
    if (after.status === 'applied') return { ...policy, document: known(after.document) };
    failed = true;
    return policy;
  };
  const edited = mapParts(policies, (layer) =>
    mapLevels(layer, (level) => ({ ...level, policies: level.policies.map(changed) })),
  );
  return failed ? undefined : edited;
}

function mapParts(policies: RequestPolicies, map: (layer: LayerFact) => LayerFact): RequestPolicies {
  const entries = PARTS.map((part) => [part, map(policies[part])] as const);
  const result = Object.fromEntries(entries) satisfies Partial<Record<Part, LayerFact>>;
  return { ...policies, ...result };
}

function mapLevels(layer: LayerFact, map: (level: Level) => Level): LayerFact {
  return layer.status === 'known' ? known(layer.value.map(map)) : layer;
}

/** A new policy, attached where its reference says; what could not be read there stays unknown. */
function attach(policies: RequestPolicies, change: Change): RequestPolicies | undefined {
  if (change.pointer !== '' || change.before !== null) return undefined;
  const part = partOf(change.policy.kind);
  const added: AttachedPolicy = { ref: change.policy, document: known(change.after) };
  return { ...policies, [part]: withPolicy(policies[part], added) };
}

function withPolicy(layer: LayerFact, added: AttachedPolicy): LayerFact {
  const place = added.ref.attachedTo ?? added.ref.name;
  const fresh: Level = { id: place, name: place, policies: [added], gaps: [] };
  switch (layer.status) {
    case 'absent':
      return known([fresh]);
    case 'unreadable':
      return known([{ ...fresh, gaps: [layer.gap] }]);
    case 'known': {
      const at = layer.value.findIndex((level) => level.id === place);
      if (at < 0) return known([...layer.value, fresh]);
      return known(
        layer.value.map((level, index) => (index === at ? { ...level, policies: [...level.policies, added] } : level)),
      );
    }
  }
}

/** The part in which a new policy of this kind takes effect. */
function partOf(kind: PolicyRef['kind']): Part {
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
