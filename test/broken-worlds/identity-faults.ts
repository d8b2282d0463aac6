import { type Fault, grant, needsIdentity } from './fault.ts';
import { actionOf, callerEntity, deny, document, resourceArn } from './world.ts';

const policy = 'BuildAccess';
const layer = 'identity';
const SAFE_PATH = /^arn:aws:iam::\d{12}:role\/(.+\/)?([^/]+)$/;

/** Changes the resource that the granting statement names. */
function resourceFault(name: string, change: (arn: string) => string, also: Fault['fits'] = () => true): Fault {
  return {
    name: `identity: ${name}`,
    layer,
    policy,
    fits: (world) => needsIdentity(world) && also(world),
    inject: (world) => {
      grant(world.identity).Resource = change(resourceArn(world.shape));
    },
  };
}

export const identityFaults: readonly Fault[] = [
  {
    name: 'identity: no allow at all',
    layer,
    fits: needsIdentity,
    inject: (world) => {
      world.identity.Statement.pop();
      if (world.identity.Statement.length === 0)
        world.identity.Statement.push({ Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' });
    },
  },
  resourceFault('other account in Resource', (arn) => arn.replace(/:\d{12}:/, ':555566667777:')),
  resourceFault('other partition in Resource', (arn) => arn.replace('arn:aws:', 'arn:aws-us-gov:')),
  resourceFault('one letter in Resource', (arn) => `${arn.slice(0, -1)}x`),
  resourceFault('case of the name in Resource', (arn) => arn.replace('deploy', 'Deploy').replace('orders', 'Orders')),
  resourceFault('wildcard does not cover', (arn) => arn.replace(/(deploy-target|orders)$/, 'app-*')),
  resourceFault(
    'path missing in Resource',
    (arn) => arn.replace(SAFE_PATH, (_all, _path, name) => `${arn.slice(0, arn.indexOf('role/'))}role/${name}`),
    ({ shape }) => shape.ask !== 'queue' && shape.path !== '/',
  ),
  {
    name: 'identity: typo in the action',
    layer,
    policy,
    fits: needsIdentity,
    inject: (world) => {
      grant(world.identity).Action = `${actionOf(world.shape)}s`;
    },
  },
  {
    name: 'identity: condition on another organization',
    layer,
    policy,
    fits: needsIdentity,
    inject: (world) => {
      grant(world.identity).Condition = { StringEquals: { 'aws:PrincipalOrgID': 'o-otherorg999' } };
    },
  },
  {
    name: 'identity: condition pattern under StringEquals',
    layer,
    policy,
    fits: needsIdentity,
    inject: (world) => {
      grant(world.identity).Condition = {
        StringEquals: { 'aws:PrincipalArn': `${callerEntity(world.shape).slice(0, -2)}*` },
      };
    },
  },
  {
    name: 'identity: explicit deny',
    layer,
    policy,
    fits: () => true,
    inject: (world) => {
      world.identity.Statement.push(deny(actionOf(world.shape), '*'));
    },
  },
  {
    name: 'identity: deny with NotAction',
    layer,
    policy,
    fits: () => true,
    inject: (world) => {
      world.identity.Statement.push({ Sid: 'OnlyLogs', Effect: 'Deny', NotAction: 'logs:*', Resource: '*' });
    },
  },
  {
    name: 'identity: the default version is an old one',
    layer,
    policy,
    fits: (world) => needsIdentity(world) && world.shape.grant === 'managed',
    inject: (world) => {
      world.newest = world.identity;
      world.identity = document({ Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' });
    },
  },
];
