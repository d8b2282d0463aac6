import type { Decision } from './decision.ts';
import { allow, deny, HERE, policy, refusal, role, snapshot, THERE, trusts, user } from './world.ts';

const DANA = `arn:aws:iam::${HERE}:user/dana`;
const QUEUE = `arn:aws:sqs:eu-west-1:${HERE}:orders`;
const KEYS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html';
const TOKENS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html';
const PASS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html';

/** What a request has in it and where it goes, labelled from AWS’s pages before they were run. */
export const REQUESTS: readonly Decision[] = [
  {
    name: 'what a passed role is for, nothing shows',
    page: TOKENS,
    asked: { principal: DANA, action: 'iam:PassRole', resource: `arn:aws:iam::${HERE}:role/app` },
    snapshot: snapshot({
      [HERE]: {
        users: [
          user('dana', [
            allow('iam:PassRole', '*', {
              ArnLike: { 'iam:AssociatedResourceArn': `arn:aws:ec2:*:${HERE}:instance/*` },
            }),
          ]),
        ],
        roles: [role('app', [])],
      },
    }),
    options: { service: 'ec2.amazonaws.com' },
    expect: { verdict: 'undetermined', open: 'iam:AssociatedResourceArn' },
  },
  {
    name: 'tasks are not the service that runs them',
    page: PASS,
    asked: { principal: DANA, action: 'iam:PassRole', resource: `arn:aws:iam::${HERE}:role/app` },
    snapshot: snapshot({
      [HERE]: {
        users: [
          user('dana', [allow('iam:PassRole', '*', { StringEquals: { 'iam:PassedToService': 'ecs.amazonaws.com' } })]),
        ],
        roles: [role('app', [], { trust: [trusts({ Service: 'ecs-tasks.amazonaws.com' })] })],
      },
    }),
    options: { service: 'ecs-tasks.amazonaws.com' },
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
  {
    name: 'a user of the partition in China is not covered by an ARN of the commercial one',
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
    asked: {
      principal: `arn:aws-cn:iam::${HERE}:user/dana`,
      action: 'sqs:SendMessage',
      resource: `arn:aws-cn:sqs:cn-north-1:${HERE}:orders`,
    },
    snapshot: snapshot({
      [HERE]: {
        users: [
          { ...user('dana', [allow('sqs:*', `arn:aws:sqs:*:${HERE}:*`)]), Arn: `arn:aws-cn:iam::${HERE}:user/dana` },
        ],
      },
    }),
    expect: { verdict: 'denied', conclusion: 'explained', causes: ['identity.partition'] },
  },
  {
    name: 'nobody assumes a role of another partition',
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_aws-accounts.html',
    asked: { principal: DANA, action: 'sts:AssumeRole', resource: `arn:aws-us-gov:iam::${THERE}:role/target` },
    snapshot: snapshot({ [HERE]: { users: [user('dana', [allow('*')])] } }),
    expect: { verdict: 'denied' },
  },
  {
    name: 'a queue is in the region that is asked',
    page: KEYS,
    asked: refusal(DANA, 'SendMessage', 'sqs:SendMessage', QUEUE),
    snapshot: snapshot({
      [HERE]: {
        users: [
          user('dana', [allow('*'), deny('*', '*', { StringNotEquals: { 'aws:RequestedRegion': 'eu-central-1' } })]),
        ],
      },
    }),
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
  {
    name: 'who is asked for its own identity needs no permission, and no Deny counts',
    page: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html',
    asked: { principal: DANA, action: 'sts:GetCallerIdentity', resource: '*' },
    snapshot: snapshot({ [HERE]: { users: [user('dana', [deny('*')])] } }),
    expect: { verdict: 'allowed' },
  },
  {
    name: 'a role is not made without the boundary that is asked for',
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
    asked: { principal: DANA, action: 'iam:CreateRole', resource: `arn:aws:iam::${HERE}:role/new` },
    snapshot: snapshot({
      [HERE]: {
        users: [
          user('dana', [
            allow('iam:CreateRole', '*', {
              StringEquals: { 'iam:PermissionsBoundary': `arn:aws:iam::${HERE}:policy/Limits` },
            }),
          ]),
        ],
      },
    }),
    options: { missing: ['iam:PermissionsBoundary'] },
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
  {
    name: 'a call that CloudFormation does not make is not called via it',
    page: KEYS,
    asked: { principal: DANA, action: 'sqs:SendMessage', resource: QUEUE },
    snapshot: snapshot({
      [HERE]: {
        users: [
          user('dana', [
            allow('sqs:*', '*', { 'ForAnyValue:StringEquals': { 'aws:CalledVia': 'cloudformation.amazonaws.com' } }),
          ]),
        ],
      },
    }),
    options: { missing: ['aws:CalledVia'] },
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
  {
    name: 'the root user’s endpoint policy of S3 counts for those who put objects',
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html',
    asked: { principal: `arn:aws:iam::${HERE}:root`, action: 's3:PutObject', resource: 'arn:aws:s3:::ours/a' },
    snapshot: snapshot({
      [HERE]: {
        policies: {
          'arn:aws:s3:::ours': policy({
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: ['arn:aws:s3:::ours', 'arn:aws:s3:::ours/*'],
            Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718' } },
          }),
        },
      },
    }),
    options: { context: { 'aws:SourceVpce': 'vpce-0ffffffffffffffff' } },
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
];
