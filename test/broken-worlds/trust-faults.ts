import { type Fault, grant } from './fault.ts';
import { CALLER_ACCOUNT, callerEntity, deny, resourceAccount, type World } from './world.ts';

const layer = 'trust';
const policy = 'deploy-target';

function principalFault(name: string, principal: (world: World) => unknown): Fault {
  return {
    name: `trust: ${name}`,
    layer,
    policy,
    fits: ({ shape }) => shape.ask === 'assume',
    inject: (world) => {
      grant(world.resource).Principal = principal(world);
    },
  };
}

export const trustFaults: readonly Fault[] = [
  principalFault('similar principal', ({ shape }) => ({ AWS: `${callerEntity(shape)}er` })),
  principalFault('principal in another account', ({ shape }) => ({
    AWS: callerEntity(shape).replace(/\d{12}/, '555566667777'),
  })),
  principalFault('other account as principal', () => ({ AWS: 'arn:aws:iam::555566667777:root' })),
  principalFault('stale unique id', () => ({ AWS: 'AROADELETEDROLE12' })),
  { ...principalFault('only a service', () => ({ Service: 'lambda.amazonaws.com' })), anyStatement: true },
  principalFault('wildcard in the principal', ({ shape }) => ({ AWS: `${callerEntity(shape).slice(0, -2)}*` })),
  principalFault('session ARN of another session', () => ({
    AWS: `arn:aws:sts::${CALLER_ACCOUNT}:assumed-role/build/run-6`,
  })),
  {
    name: 'trust: other action',
    layer,
    policy,
    fits: ({ shape }) => shape.ask === 'assume',
    inject: (world) => {
      grant(world.resource).Action = 'sts:AssumeRoleWithSAML';
    },
  },
  {
    name: 'trust: explicit deny',
    layer,
    policy,
    fits: ({ shape }) => shape.ask === 'assume',
    inject: (world) => {
      world.resource?.Statement.push({ Sid: 'Keep', Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRole' });
    },
  },
  {
    name: 'trust: external id not sent',
    layer,
    policy,
    fits: ({ shape }) => shape.ask === 'assume',
    inject: (world) => {
      grant(world.resource).Condition = { StringEquals: { 'sts:ExternalId': 'partner-77' } };
      world.given.missing.push('sts:ExternalId');
    },
  },
  {
    name: 'trust: other organization',
    layer,
    policy,
    fits: ({ shape }) => shape.ask === 'assume',
    inject: (world) => {
      grant(world.resource).Condition = { StringEquals: { 'aws:PrincipalOrgID': 'o-otherorg999' } };
    },
  },
  {
    name: 'trust: session ARN in a condition',
    layer,
    policy,
    fits: ({ shape }) => shape.ask === 'assume',
    inject: (world) => {
      grant(world.resource).Condition = {
        ArnLike: { 'aws:PrincipalArn': `arn:aws:sts::${CALLER_ACCOUNT}:assumed-role/build/*` },
      };
    },
  },
  {
    name: 'trust: the role does not exist',
    layer,
    repairable: false,
    fits: ({ shape }) => shape.ask === 'assume',
    inject: (world) => {
      world.roleExists = false;
    },
  },
  {
    name: 'resource: explicit deny in the queue policy',
    layer: 'resource',
    fits: ({ shape }) => shape.ask === 'queue' && shape.cross,
    inject: (world) => {
      world.resource?.Statement.push({ ...deny('sqs:SendMessage', '*'), Principal: '*' });
    },
  },
  {
    name: 'resource: the queue policy names another account',
    layer: 'resource',
    fits: ({ shape }) => shape.ask === 'queue' && shape.cross,
    inject: (world) => {
      grant(world.resource).Principal = { AWS: `arn:aws:iam::${resourceAccount(world.shape)}:root` };
    },
  },
  {
    name: 'passrole: the role is in another account',
    layer: null,
    repairable: false,
    fits: ({ shape }) => shape.ask === 'pass' && shape.cross,
    inject: () => undefined,
  },
  {
    name: 'passrole: PassedToService names another service',
    layer: 'identity',
    policy: 'BuildAccess',
    fits: ({ shape }) => shape.ask === 'pass' && !shape.cross,
    inject: (world) => {
      grant(world.identity).Condition = { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } };
    },
  },
];
