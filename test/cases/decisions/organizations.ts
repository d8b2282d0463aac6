import type { Decision } from './decision.ts';
import { ORGANIZATION, organization, UNIT } from './organization.ts';
import { allow, deny, HERE, type Json, policy, role, snapshot, THERE, trusts, user } from './world.ts';

const DANA = `arn:aws:iam::${HERE}:user/dana`;
const QUEUE = `arn:aws:sqs:eu-west-1:${HERE}:orders`;
const FAR = `arn:aws:sqs:eu-west-1:${THERE}:orders`;
const KEYS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html';
const RCPS = 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html';
const SCPS = 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html';

const BY_USER = { principal: DANA, action: 'sqs:SendMessage' } as const;

function opens(queue: string, principal: unknown, Condition?: Json): Json {
  return {
    [queue]: policy({
      Effect: 'Allow',
      Principal: principal,
      Action: 'sqs:*',
      Resource: queue,
      ...(Condition && { Condition }),
    }),
  };
}

const OTHERS = {
  Effect: 'Deny',
  Principal: '*',
  Action: '*',
  Resource: '*',
  Condition: {
    StringNotEqualsIfExists: { 'aws:PrincipalOrgID': ORGANIZATION },
    BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
  },
};
const EVERYBODY = { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' };

/** Organizations and what they limit, labelled from AWS’s pages before they were run. */
export const ORGANIZATIONS: readonly Decision[] = [
  {
    name: 'an RCP keeps out those who are not of the organization',
    page: RCPS,
    asked: { ...BY_USER, resource: FAR },
    snapshot: snapshot(
      {
        [HERE]: { users: [user('dana', [allow('sqs:*')])] },
        [THERE]: { policies: opens(FAR, { AWS: HERE }), organizationId: ORGANIZATION },
      },
      organization({ members: [THERE], rcp: OTHERS }),
    ),
    expect: { verdict: 'denied', conclusion: 'explained', causes: ['rcp.organization'] },
  },
  {
    name: 'an RCP does not reach services that AWS does not list',
    page: RCPS,
    asked: { principal: DANA, action: 'ec2:DescribeVpcs' },
    snapshot: snapshot(
      { [HERE]: { users: [user('dana', [allow('*')])], organizationId: ORGANIZATION } },
      organization({ members: [HERE], rcp: EVERYBODY }),
    ),
    expect: { verdict: 'allowed' },
  },
  {
    name: 'an RCP does not reach the resources of the management account',
    page: RCPS,
    asked: { ...BY_USER, resource: QUEUE },
    snapshot: snapshot(
      { [HERE]: { users: [user('dana', [allow('*')])], organizationId: ORGANIZATION } },
      organization({ members: [HERE], management: HERE, rcp: EVERYBODY }),
    ),
    expect: { verdict: 'allowed' },
  },
  {
    name: 'an SCP does not limit a service-linked role',
    page: SCPS,
    asked: {
      principal: `arn:aws:sts::${HERE}:assumed-role/AWSServiceRoleForAutoScaling/AutoScaling`,
      action: 'ec2:RunInstances',
      resource: '*',
    },
    snapshot: snapshot(
      {
        [HERE]: {
          roles: [
            role('AWSServiceRoleForAutoScaling', [allow('ec2:*')], {
              path: '/aws-service-role/autoscaling.amazonaws.com/',
              trust: [trusts({ Service: 'autoscaling.amazonaws.com' })],
            }),
          ],
          organizationId: ORGANIZATION,
        },
      },
      organization({ members: [HERE], scp: deny('ec2:*') }),
    ),
    expect: { verdict: 'allowed' },
  },
  {
    name: 'an SCP of the account of the queue does not limit callers of another account',
    page: SCPS,
    asked: { ...BY_USER, resource: FAR },
    snapshot: snapshot(
      {
        [HERE]: { users: [user('dana', [allow('sqs:*')])] },
        [THERE]: { policies: opens(FAR, { AWS: HERE }), organizationId: ORGANIZATION },
      },
      organization({ members: [THERE], scp: deny('sqs:*') }),
    ),
    expect: { verdict: 'allowed' },
  },
  {
    name: 'a queue that is open to an organizational unit lets its accounts in',
    page: KEYS,
    asked: { ...BY_USER, resource: FAR },
    snapshot: snapshot(
      {
        [HERE]: { users: [user('dana', [allow('sqs:*')])], organizationId: ORGANIZATION },
        [THERE]: {
          policies: opens(FAR, '*', {
            'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': `${ORGANIZATION}/*/${UNIT}/*` },
          }),
        },
      },
      organization({ members: [HERE], scp: deny('iam:*') }),
    ),
    expect: { verdict: 'allowed' },
  },
  {
    name: 'a Deny of resources outside of the organization hits the queue of an account in none',
    page: KEYS,
    asked: { ...BY_USER, resource: FAR },
    snapshot: snapshot({
      [HERE]: {
        users: [
          user('dana', [allow('sqs:*'), deny('*', '*', { StringNotEquals: { 'aws:ResourceOrgID': ORGANIZATION } })]),
        ],
      },
      [THERE]: { policies: opens(FAR, { AWS: HERE }) },
    }),
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
];
