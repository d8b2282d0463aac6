import type { EvaluationPolicies, NamedPolicy } from '../../model/evaluation.ts';
import { absent, type Fact, known, unreadable } from '../../model/fact.ts';
import { notGiven } from '../../model/gap.ts';
import type { AttachedPolicy, LayerFact, PolicyKind, RequestPolicies, Tier } from '../../model/policy.ts';

type OneOrMany = readonly NamedPolicy[] | NamedPolicy | object | null | 'unreadable' | undefined;

/** How a document without a name is called in the results. */
const NAMES: Readonly<Partial<Record<PolicyKind, string>>> = {
  boundary: 'permissions boundary',
  session: 'session policy',
  resource: 'resource policy',
  endpoint: 'VPC endpoint policy',
};

const NOT_THERE = absent('given', 'null');
const UNREADABLE = unreadable(notGiven({ what: 'what was given as unreadable', option: null }));

/** The policies as facts. null is absent; `unreadable` is no answer at all. */
export function requestPolicies(policies: EvaluationPolicies): RequestPolicies {
  return {
    identity: union('managed', policies.identity),
    boundary: union('boundary', policies.boundary),
    session: union('session', policies.session),
    scp: levels('scp', policies.scps),
    rcp: levels('rcp', policies.rcps),
    resource: union('resource', policies.resource),
    endpoint: union('endpoint', policies.endpoint),
  };
}

/** Policies that add up. */
function union(kind: PolicyKind, given: OneOrMany): LayerFact {
  if (given === 'unreadable') return UNREADABLE;
  if (given === null || given === undefined) return NOT_THERE;
  return known([tierOf(kind, Array.isArray(given) ? given : [named(kind, given)])]);
}

function levels(kind: 'scp' | 'rcp', given: EvaluationPolicies['scps']): LayerFact {
  if (given === 'unreadable') return UNREADABLE;
  if (given === null) return NOT_THERE;
  return known(given.map((level) => (level === 'unreadable' ? UNREADABLE_TIER : tierOf(kind, level))));
}

const UNREADABLE_TIER: Tier = { id: '', name: '', policies: [], gaps: [UNREADABLE.gap] };

function tierOf(kind: PolicyKind, policies: readonly NamedPolicy[]): Tier {
  return { id: '', name: '', policies: policies.map((policy) => attached(kind, policy)), gaps: [] };
}

function attached(kind: PolicyKind, { name, document }: NamedPolicy): AttachedPolicy {
  const fact: Fact<unknown> = document === 'unreadable' ? UNREADABLE : known(document);
  return { ref: { name, arn: null, kind, attachedTo: null }, document: fact };
}

/** A document itself, or one with a name. */
function named(kind: PolicyKind, given: object): NamedPolicy {
  if (isNamed(given)) return given;
  return { name: NAMES[kind] ?? kind, document: given };
}

function isNamed(given: object): given is NamedPolicy {
  return 'name' in given && typeof given.name === 'string' && 'document' in given;
}
