import type { Decision } from './decision.ts';
import { allow, deny, HERE, type Json, policy, role, snapshot, THERE, trusts, user } from './world.ts';

const DANA = `arn:aws:iam::${HERE}:user/dana`;
const APP = `arn:aws:iam::${HERE}:role/app`;
const SESSION = `arn:aws:sts::${HERE}:assumed-role/app/i-1`;
const QUEUE = `arn:aws:sqs:eu-west-1:${HERE}:orders`;
const KEY = `arn:aws:kms:eu-west-1:${HERE}:key/11112222-3333-4444-5555-666677778888`;
const LIMITS = `arn:aws:iam::${HERE}:policy/Limits`;
const LOGIC =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html';
const VARIABLES = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html';
const OPERATORS =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html';
const KEY_POLICIES = 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html';

function queue(principal: unknown, more: Json = {}): Json {
  return {
    [QUEUE]: policy({ Effect: 'Allow', Principal: principal, Action: 'sqs:SendMessage', Resource: QUEUE, ...more }),
  };
}

/** The same user or role with a boundary that allows EC2 only. */
function bounded(identity: Json): Json {
  return {
    ...identity,
    PermissionsBoundary: { PermissionsBoundaryType: 'PermissionsBoundaryPolicy', PermissionsBoundaryArn: LIMITS },
  };
}

const SEND = { action: 'sqs:SendMessage', resource: QUEUE } as const;
const BOUNDARY = { limits: LIMITS };

/** Incidents of further kinds, labelled from AWS's pages before they were run. */
export const FURTHER: readonly Decision[] = [
  {
    name: 'a queue that names the user is not limited by the boundary of the user',
    page: LOGIC,
    asked: { principal: DANA, ...SEND },
    snapshot: snapshot({ [HERE]: { users: [bounded(user('dana', []))], policies: queue({ AWS: DANA }), ...BOUNDARY } }),
    expect: { verdict: 'allowed' },
  },
  {
    name: 'a queue that names the role is limited by the boundary of the role',
    page: LOGIC,
    asked: { principal: SESSION, ...SEND },
    snapshot: snapshot({ [HERE]: { roles: [bounded(role('app', []))], policies: queue({ AWS: APP }), ...BOUNDARY } }),
    expect: { verdict: 'denied', causes: ['boundary.service-not-listed'] },
  },
  {
    name: 'a queue that names the session is not',
    page: LOGIC,
    asked: { principal: SESSION, ...SEND },
    snapshot: snapshot({
      [HERE]: { roles: [bounded(role('app', []))], policies: queue({ AWS: SESSION }), ...BOUNDARY },
    }),
    expect: { verdict: 'allowed' },
  },
  {
    name: 'a session policy limits what a queue allows the role',
    page: LOGIC,
    asked: { principal: SESSION, ...SEND },
    snapshot: snapshot({ [HERE]: { roles: [role('app', [])], policies: queue({ AWS: APP }) } }),
    options: { sessionPolicy: policy(allow('s3:*')) },
    expect: { verdict: 'denied', causes: ['session.service-not-listed'] },
  },
  {
    name: 'an explicit deny of the identity wins over a queue that names the user',
    page: LOGIC,
    asked: { principal: DANA, ...SEND },
    snapshot: snapshot({ [HERE]: { users: [user('dana', [deny('sqs:*')])], policies: queue({ AWS: DANA }) } }),
    expect: { verdict: 'denied', causes: ['identity.explicit-deny'] },
  },
  {
    name: 'a key whose policy does not delegate to the account is not opened by an identity policy',
    page: KEY_POLICIES,
    asked: { principal: DANA, action: 'kms:Decrypt', resource: KEY },
    snapshot: snapshot({
      [HERE]: {
        users: [user('dana', [allow('kms:*')])],
        policies: { [KEY]: policy({ Effect: 'Allow', Principal: { AWS: APP }, Action: 'kms:*', Resource: '*' }) },
      },
    }),
    expect: { verdict: 'denied' },
  },
  {
    name: 'a key that is opened to another account needs an identity policy there',
    page: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html',
    asked: { principal: `arn:aws:iam::${THERE}:user/eve`, action: 'kms:Decrypt', resource: KEY },
    snapshot: snapshot({
      [THERE]: { users: [user('eve', [], { account: THERE })] },
      [HERE]: {
        policies: { [KEY]: policy({ Effect: 'Allow', Principal: { AWS: THERE }, Action: 'kms:*', Resource: '*' }) },
      },
    }),
    expect: { verdict: 'denied', causes: ['identity.no-allow'] },
  },
  {
    name: 'a trust policy that wants an external id denies a call without one',
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
    asked: { principal: DANA, action: 'sts:AssumeRole', resource: `arn:aws:iam::${THERE}:role/vendor` },
    snapshot: snapshot({
      [HERE]: { users: [user('dana', [allow('sts:*')])] },
      [THERE]: {
        roles: [
          role('vendor', [], {
            account: THERE,
            trust: [trusts({ AWS: HERE }, 'sts:AssumeRole', { StringEquals: { 'sts:ExternalId': 'b-1' } })],
          }),
        ],
      },
    }),
    options: { missing: ['sts:ExternalId'] },
    expect: { verdict: 'denied', causes: ['trust.external-id'] },
  },
  {
    name: 'the Deny of a tag hits a user who has none',
    page: OPERATORS,
    asked: { principal: DANA, ...SEND },
    snapshot: snapshot({
      [HERE]: {
        users: [
          user('dana', [allow('*'), deny('sqs:*', '*', { StringNotEquals: { 'aws:PrincipalTag/team': 'red' } })]),
        ],
      },
    }),
    expect: { verdict: 'denied', causes: ['identity.principal-tag'] },
  },
  {
    name: 'ForAllValues holds where the key is missing',
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
    asked: { principal: DANA, action: 'sqs:TagQueue', resource: QUEUE },
    snapshot: snapshot({
      [HERE]: {
        users: [user('dana', [allow('sqs:*', '*', { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] } })])],
      },
    }),
    options: { missing: ['aws:TagKeys'] },
    expect: { verdict: 'allowed' },
  },
  {
    name: 'the session of a role has no user name',
    page: VARIABLES,
    asked: { principal: SESSION, ...SEND },
    snapshot: snapshot({
      [HERE]: { roles: [role('app', [allow('sqs:*', `arn:aws:sqs:*:*:$${'{aws:username}'}-*`)])] },
    }),
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
  {
    name: 'a variable has a default where the user has no such tag',
    page: VARIABLES,
    asked: { principal: DANA, ...SEND },
    snapshot: snapshot({
      [HERE]: { users: [user('dana', [allow('sqs:*', `arn:aws:sqs:*:*:$${"{aws:PrincipalTag/queue, 'orders'}"}`)])] },
    }),
    expect: { verdict: 'allowed' },
  },
  {
    name: 'a Deny of unencrypted connections lets an encrypted one through',
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html',
    asked: { principal: DANA, ...SEND },
    snapshot: snapshot({
      [HERE]: { users: [user('dana', [allow('*'), deny('*', '*', { Bool: { 'aws:SecureTransport': 'false' } })])] },
    }),
    options: { context: { 'aws:SecureTransport': 'true' } },
    expect: { verdict: 'allowed' },
  },
  {
    name: 'a service is allowed only for the resource that the queue names',
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
    asked: { principal: 'sns.amazonaws.com', ...SEND },
    snapshot: snapshot({
      [HERE]: {
        policies: queue(
          { Service: 'sns.amazonaws.com' },
          { Condition: { ArnEquals: { 'aws:SourceArn': `arn:aws:sns:eu-west-1:${HERE}:paid` } } },
        ),
      },
    }),
    options: { context: { 'aws:SourceArn': `arn:aws:sns:eu-west-1:${HERE}:shipped` } },
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
  {
    name: 'nobody without a signature calls STS',
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html',
    asked: { principal: 'anonymous', action: 'sts:AssumeRole', resource: APP },
    snapshot: snapshot({ [HERE]: { roles: [role('app', [], { trust: [trusts('*')] })] } }),
    expect: { verdict: 'denied' },
  },
  {
    name: 'the root user assumes no role',
    page: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
    asked: { principal: `arn:aws:iam::${HERE}:root`, action: 'sts:AssumeRole', resource: APP },
    snapshot: snapshot({ [HERE]: { roles: [role('app', [], { trust: [trusts({ AWS: HERE })] })] } }),
    expect: { verdict: 'denied', causes: ['caller.root'] },
  },
];
