import { type Fault, grant, needsIdentity } from './fault.ts';
import { OWNED_KEYS, type OwnedKey } from './owned-keys.ts';
import { actionOf, allow, type Document, document, resourceArn, type Statement, type World } from './world.ts';

/** A fault that makes a statement depend on a key, and what must stay denied whatever is done about it. */
export interface OwnedFault extends Fault {
  readonly key: OwnedKey;
  /** True for a Deny that was put there to guard: what it denied besides has to stay denied. */
  readonly isGuard: boolean;
}

/** What the request has, as the user would give it. */
function give(world: World, { key, sent }: OwnedKey): void {
  if (sent === undefined) return;
  if (sent === null) world.given.missing.push(key);
  else world.given.context = { ...world.given.context, [key]: sent };
}

function conditionOf(owned: OwnedKey, operator: string, { shape }: World): NonNullable<Statement['Condition']> {
  return { [operator]: { [owned.key]: owned.asked(shape) } };
}

const fitsKey = ({ asks }: OwnedKey, { shape }: World) => asks.includes(shape.ask);

/** The only statement that allows the request asks for something that it has not. */
function conditionFaults(owned: OwnedKey): readonly OwnedFault[] {
  const named = { key: owned, isGuard: false };
  const identity: OwnedFault = {
    ...named,
    name: `identity: condition on ${owned.key} (${owned.owner})`,
    layer: 'identity',
    fits: (world) => needsIdentity(world) && fitsKey(owned, world),
    inject: (world) => {
      grant(world.identity).Condition = conditionOf(owned, owned.operator, world);
      give(world, owned);
    },
  };
  const trust: OwnedFault = {
    ...named,
    name: `trust: condition on ${owned.key} (${owned.owner})`,
    layer: 'trust',
    fits: (world) => world.shape.ask === 'assume' && fitsKey(owned, world),
    inject: (world) => {
      grant(world.resource).Condition = conditionOf(owned, owned.operator, world);
      give(world, owned);
    },
  };
  return [identity, trust];
}

/** The actions that a guard is about: the requested one, and one beside it that the caller may do but for the guard. */
export function besideAction({ shape }: World): string {
  return { assume: 'sts:SetSourceIdentity', pass: 'iam:GetRole', queue: 'sqs:PurgeQueue' }[shape.ask];
}

/** The caller may do the other action, too: only the guard denies it. */
function allowBeside(world: World): void {
  const action = besideAction(world);
  world.identity.Statement.unshift(allow(action, resourceArn(world.shape)));
  const trusted = world.resource && grant(world.resource);
  if (trusted) world.resource?.Statement.unshift({ ...structuredClone(trusted), Action: action });
}

function guard(owned: OwnedKey, world: World, withPrincipal: boolean): Statement {
  const isBool = owned.exempts === 'BoolIfExists';
  return {
    Sid: 'Guard',
    Effect: 'Deny',
    ...(withPrincipal ? { Principal: '*' } : {}),
    Action: [actionOf(world.shape), besideAction(world)],
    Resource: '*',
    Condition: isBool ? { BoolIfExists: { [owned.key]: 'false' } } : conditionOf(owned, owned.exempts, world),
  };
}

const levelOf = (world: World) => world.scps[Math.max(0, world.scps.length - 2)];

/** A Deny of two actions, from which those are exempted who meet a condition. The request does not. */
function guardFaults(owned: OwnedKey): readonly OwnedFault[] {
  const named = { key: owned, isGuard: true };
  const add = (policy: Document | null, statement: Statement) => policy?.Statement.push(statement);
  const prepared = (world: World) => {
    allowBeside(world);
    give(world, owned);
  };
  return [
    {
      ...named,
      name: `identity: deny unless ${owned.key} (${owned.owner})`,
      layer: 'identity',
      fits: (world) => fitsKey(owned, world),
      inject: (world) => {
        prepared(world);
        add(world.identity, guard(owned, world, false));
      },
    },
    {
      ...named,
      name: `boundary: deny unless ${owned.key} (${owned.owner})`,
      layer: 'boundary',
      fits: (world) => world.shape.boundary && fitsKey(owned, world),
      inject: (world) => {
        prepared(world);
        add(world.boundary, guard(owned, world, false));
      },
    },
    {
      ...named,
      name: `scp: deny unless ${owned.key} (${owned.owner})`,
      layer: 'scp',
      fits: (world) => fitsKey(owned, world),
      inject: (world) => {
        prepared(world);
        const level = levelOf(world);
        if (level) level.extra = document(guard(owned, world, false));
      },
    },
    {
      ...named,
      name: `trust: deny unless ${owned.key} (${owned.owner})`,
      layer: 'trust',
      fits: (world) => world.shape.ask === 'assume' && fitsKey(owned, world),
      inject: (world) => {
        prepared(world);
        const { Resource: _, ...statement } = guard(owned, world, true);
        add(world.resource, statement);
      },
    },
    {
      ...named,
      name: `resource: deny unless ${owned.key} (${owned.owner})`,
      layer: 'resource',
      fits: (world) => world.shape.ask === 'queue' && world.shape.cross && fitsKey(owned, world),
      inject: (world) => {
        prepared(world);
        add(world.resource, guard(owned, world, true));
      },
    },
    {
      ...named,
      name: `rcp: deny unless ${owned.key} (${owned.owner})`,
      layer: 'rcp',
      fits: (world) => world.shape.ask !== 'pass' && fitsKey(owned, world),
      inject: (world) => {
        prepared(world);
        world.rcp = document(guard(owned, world, true));
      },
    },
  ];
}

/** Conditions on keys of all owners: in what allows the request, and in what denies it. */
export const OWNED_FAULTS: readonly OwnedFault[] = OWNED_KEYS.flatMap((owned) => [
  ...conditionFaults(owned),
  ...guardFaults(owned),
]);
