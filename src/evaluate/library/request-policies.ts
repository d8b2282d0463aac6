import type { EvaluationPolicies, NamedPolicy } from '../../model/evaluation.ts';
import { absent, type Fact, known, unreadable } from '../../model/fact.ts';
import { notGiven } from '../../model/gap.ts';
import { LAYER_WORDS } from '../../model/layer-words.ts';
import type { AttachedPolicy, LayerFact, Level, PolicyKind, RequestPolicies } from '../../model/policy.ts';

/** How a document without a name is called in the results. */
const NAMES: Readonly<Partial<Record<PolicyKind, string>>> = {
  boundary: LAYER_WORDS.boundary.singular,
  session: LAYER_WORDS.session.singular,
  resource: LAYER_WORDS.resource.singular,
  endpoint: LAYER_WORDS.endpoint.singular,
};

const NOT_THERE = absent('given', 'null');
const UNREADABLE = unreadable(notGiven({ what: 'what was given as unreadable', toPass: null }));

/**
 * The policies as facts. null is absent; `unreadable` is no answer at all, and neither is a part that was left out or is no such thing:
 * callers without types may pass anything. Without an endpoint the request went through none.
 */
export function requestPolicies(policies: EvaluationPolicies): RequestPolicies {
  return {
    identity: union('managed', policies.identity),
    boundary: single('boundary', policies.boundary),
    session: Array.isArray(policies.session) ? union('session', policies.session) : single('session', policies.session),
    scp: guardrail('scp', policies.scps),
    rcp: guardrail('rcp', policies.rcps),
    resource: single('resource', policies.resource),
    endpoint: single('endpoint', policies.endpoint ?? null),
  };
}

/** Policies that add up. */
function union(kind: PolicyKind, given: unknown): LayerFact {
  if (given === null) return NOT_THERE;
  return Array.isArray(given) ? known([levelOf(kind, given, given)]) : UNREADABLE;
}

function single(kind: PolicyKind, given: unknown): LayerFact {
  if (given === null) return NOT_THERE;
  if (given === undefined || given === 'unreadable') return UNREADABLE;
  return known([levelOf(kind, given, [given])]);
}

function guardrail(kind: 'scp' | 'rcp', given: unknown): LayerFact {
  if (given === null) return NOT_THERE;
  if (!Array.isArray(given)) return UNREADABLE;
  return known(given.map((level: unknown) => (Array.isArray(level) ? levelOf(kind, level, level) : UNREADABLE_LEVEL)));
}

const UNREADABLE_LEVEL: Level = { id: '', name: '', policies: [], gaps: [UNREADABLE.gap] };

/** What was made of a list of policies, by the list or the single policy that was given, and its kind. */
const levels = new WeakMap<object, Level>();

/**
 * The level that these policies make. Callers ask about one set of policies again and again: then it is the same object as before, with which
 * what does not depend on the request is kept (see statement-results.ts). Only documents are immutable: a list that has changed since is read anew.
 */
function levelOf(kind: PolicyKind, given: unknown, policies: readonly unknown[]): Level {
  const owner = typeof given === 'object' && given !== null ? given : undefined;
  const before = owner && levels.get(owner);
  if (before !== undefined && isOf(before, kind, policies)) return before;
  const level = { id: '', name: '', policies: policies.map((policy) => attached(kind, policy)), gaps: [] };
  if (owner !== undefined) levels.set(owner, level);
  return level;
}

function isOf({ policies }: Level, kind: PolicyKind, given: readonly unknown[]): boolean {
  if (policies.length !== given.length) return false;
  for (let index = 0; index < given.length; index += 1) {
    const { name, document } = named(kind, given[index]);
    const policy = policies[index];
    if (policy === undefined || policy.ref.kind !== kind || policy.ref.name !== name) return false;
    if (documentOf(policy) !== document) return false;
  }
  return true;
}

function attached(kind: PolicyKind, given: unknown): AttachedPolicy {
  const { name, document } = named(kind, given);
  const fact: Fact<unknown> = document === 'unreadable' ? UNREADABLE : known(document);
  return { ref: { name, arn: null, kind, attachedTo: null }, document: fact };
}

function documentOf({ document }: AttachedPolicy): unknown {
  return document.status === 'known' ? document.value : 'unreadable';
}

/** A document with a name, or one by itself. */
function named(kind: PolicyKind, given: unknown): { readonly name: string; readonly document: unknown } {
  return isNamed(given) ? given : { name: NAMES[kind] ?? kind, document: given };
}

function isNamed(given: unknown): given is NamedPolicy {
  if (typeof given !== 'object' || given === null) return false;
  return 'name' in given && typeof given.name === 'string' && 'document' in given;
}
