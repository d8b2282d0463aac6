import { unreadable } from '../../src/model/fact.ts';
import type { Facts } from '../../src/model/facts.ts';
import { refused } from '../../src/model/gap.ts';
import type { LayerFact, RequestPolicies } from '../../src/model/policy.ts';
import type { RandomWorld } from './random-world.ts';
import type { Tape } from './tape.ts';

/** A way to see less of a world: what was known becomes unreadable, and nothing else changes. */
type Blinder = (world: RandomWorld, tape: Tape) => RandomWorld;

function gap(what: string) {
  return refused({ what, account: '111122223333', permission: 'iam:Read', code: 'AccessDenied', who: 'account-admin' });
}

function nothing(what: string) {
  return unreadable(gap(what));
}

const PARTS = [
  'identity',
  'boundary',
  'session',
  'scp',
  'rcp',
  'resource',
  'endpoint',
] as const satisfies readonly (keyof RequestPolicies)[];

function withFacts(world: RandomWorld, facts: Partial<Facts>): RandomWorld {
  return { ...world, facts: { ...world.facts, ...facts } };
}

function withPolicies(world: RandomWorld, policies: Partial<RequestPolicies>): RandomWorld {
  return withFacts(world, { policies: { ...world.facts.policies, ...policies } });
}

/** Rules of IAM hold whatever can be read. */
function mayBeHidden(layer: LayerFact): boolean {
  return layer.status !== 'absent' || layer.call !== 'rule';
}

function hide(part: keyof RequestPolicies, world: RandomWorld): Partial<RequestPolicies> {
  return mayBeHidden(world.facts.policies[part]) ? { [part]: nothing(`the layer ${part}`) } : {};
}

const hideLayer: Blinder = (world, tape) => {
  const part = tape.pick(PARTS);
  return isTrust(part, world) ? hideRole(world, tape) : withPolicies(world, hide(part, world));
};

/** A trust policy comes with its role. */
function isTrust(part: keyof RequestPolicies, { facts }: RandomWorld): boolean {
  return part === 'resource' && facts.role !== null;
}

/** A list of policies that could not be read, or a document. */
const hidePolicies: Blinder = (world, tape) => {
  const part = tape.pick(PARTS);
  if (isTrust(part, world)) return hideRole(world, tape);
  const layer = world.facts.policies[part];
  if (layer.status !== 'known' || layer.value.length === 0) return world;
  const index = tape.upTo(layer.value.length - 1);
  const wholeList = tape.chance(50);
  const levels = layer.value.map((level, at) => {
    if (at !== index) return level;
    if (wholeList) return { ...level, policies: level.policies.slice(1), gaps: [gap(`the policies of ${level.id}`)] };
    return {
      ...level,
      policies: level.policies.map((policy, nth) =>
        nth === 0 ? { ...policy, document: nothing(`the policy ${policy.ref.name}`) } : policy,
      ),
    };
  });
  return withPolicies(world, { [part]: { status: 'known', value: levels } });
};

/** Without the user or role nobody knows its tags, its id, its path and its boundary. */
const hideCaller: Blinder = (world) =>
  world.facts.callerEntity.status === 'known'
    ? withFacts(withPolicies(world, hide('boundary', world)), { callerEntity: nothing('the caller') })
    : world;

const hideRole: Blinder = (world) => {
  const { role } = world.facts;
  if (role === null) return world;
  const hidden = {
    ...role,
    entity: nothing('the role'),
    trustPolicy: nothing('the trust policy'),
    similar: nothing('roles'),
  };
  return withFacts(withPolicies(world, hide('resource', world)), { role: hidden });
};

const hideOrganization: Blinder = (world, tape) => {
  const whose = tape.pick(['callerOrganization', 'resourceOrganization'] as const);
  const place = world.facts[whose];
  const part = whose === 'callerOrganization' ? 'scp' : 'rcp';
  if (place.status === 'absent' && place.call === 'rule') return world;
  if (place.status === 'known' && tape.chance(40)) {
    const pathless = { ...place.value, path: nothing('the path in the organization') };
    return withFacts(world, { [whose]: { status: 'known', value: pathless } });
  }
  return withFacts(withPolicies(world, hide(part, world)), { [whose]: nothing('the organization') });
};

/** Nobody tells a condition key. */
const forgetKeys: Blinder = (world, tape) => {
  const keep = () => !tape.chance(50);
  const context = Object.fromEntries(Object.entries(world.given.context).filter(keep));
  return { ...world, given: { ...world.given, context, missing: world.given.missing.filter(keep) } };
};

const forgetService: Blinder = (world) => ({ ...world, question: { ...world.question, service: null } });

const BLINDERS: readonly [Blinder, ...Blinder[]] = [
  hideLayer,
  hidePolicies,
  hideCaller,
  hideRole,
  hideOrganization,
  forgetKeys,
  forgetService,
];

/** The same world through the eyes of somebody who may read less. */
export function blinded(world: RandomWorld, tape: Tape): RandomWorld {
  let less = world;
  for (let count = 1 + tape.upTo(3); count > 0; count -= 1) less = tape.pick(BLINDERS)(less, tape);
  return less;
}
