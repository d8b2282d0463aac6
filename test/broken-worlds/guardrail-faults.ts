import type { Fault } from './fault.ts';
import { actionOf, allow, callerEntity, deny, document, resourceArn, type World } from './world.ts';

/** Index of the level that a guardrail is put on: the lowest OU, or the root. */
function levelOf(world: World): number {
  return Math.max(0, world.scps.length - 2);
}

function scpDeny(name: string, statement: (world: World) => ReturnType<typeof deny>): Fault {
  return {
    name: `scp: ${name}`,
    layer: 'scp',
    fits: (world) => world.scps[levelOf(world)]?.extra === null,
    inject: (world) => {
      const level = world.scps[levelOf(world)];
      if (level) level.extra = document(statement(world));
    },
  };
}

export const guardrailFaults: readonly Fault[] = [
  {
    name: 'boundary: no allow',
    layer: 'boundary',
    policy: 'Boundary',
    fits: ({ shape }) => limitsByBoundary(shape),
    inject: (world) => {
      world.boundary = document(allow(['s3:*', 'logs:*'], '*'));
    },
  },
  {
    name: 'boundary: other resource',
    layer: 'boundary',
    policy: 'Boundary',
    fits: ({ shape }) => limitsByBoundary(shape),
    inject: (world) => {
      world.boundary = document(
        allow(actionOf(world.shape), resourceArn(world.shape).replace(/:\d{12}:/, ':555566667777:')),
      );
    },
  },
  {
    name: 'boundary: explicit deny',
    layer: 'boundary',
    policy: 'Boundary',
    fits: ({ shape }) => shape.boundary,
    inject: (world) => {
      world.boundary?.Statement.push(deny(actionOf(world.shape), '*'));
    },
  },
  scpDeny('explicit deny at an OU', (world) => deny(actionOf(world.shape), '*')),
  scpDeny('exemption misses the caller', (world) => ({
    ...deny(actionOf(world.shape), '*'),
    Condition: {
      ArnNotLike: { 'aws:PrincipalArn': ['arn:aws:iam::*:role/admins/*', 'arn:aws:iam::*:role/break-glass'] },
    },
  })),
  scpDeny('deny by caller pattern', (world) => ({
    ...deny('*', '*'),
    Condition: { ArnLike: { 'aws:PrincipalArn': callerEntity(world.shape).replace(/\d{12}/, '*') } },
  })),
  {
    name: 'scp: a level without an allow',
    layer: 'scp',
    fits: (world) => world.scps[levelOf(world)]?.extra === null,
    inject: (world) => {
      const level = world.scps[levelOf(world)];
      if (level === undefined) return;
      level.full = false;
      level.extra = document(allow(['s3:*', 'logs:*'], '*'));
    },
  },
  {
    name: 'rcp: explicit deny',
    layer: 'rcp',
    policy: 'Perimeter',
    fits: ({ shape }) => shape.ask !== 'pass',
    inject: (world) => {
      world.rcp = document({ ...deny(actionOf(world.shape), '*'), Principal: '*' });
    },
  },
  {
    name: 'rcp: other organization',
    layer: 'rcp',
    policy: 'Perimeter',
    fits: ({ shape }) => shape.ask !== 'pass',
    inject: (world) => {
      world.rcp = document({
        ...deny('*', '*'),
        Principal: '*',
        Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-otherorg999' } },
      });
    },
  },
];

/** A boundary does not limit a user whom the policy of a resource in the same account names; AWS's pages disagree for trust policies. */
function limitsByBoundary({ boundary, cross, ask, trusts, caller }: World['shape']): boolean {
  return boundary && (cross || ask !== 'assume' || trusts === 'account' || caller === 'session');
}
