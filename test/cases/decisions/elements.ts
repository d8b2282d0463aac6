import type { Decision } from './decision.ts';
import { allow, deny, HERE, type Json, policy, snapshot, user } from './world.ts';

const DANA = `arn:aws:iam::${HERE}:user/dana`;
const ROOT = `arn:aws:iam::${HERE}:root`;
const QUEUE = `arn:aws:sqs:eu-west-1:${HERE}:orders`;
const LIMITS = `arn:aws:iam::${HERE}:policy/Limits`;
const NOT_PRINCIPAL = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html';
const OPERATORS =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html';
const SET_OPERATORS =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html';
const VARIABLES = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html';
const NOT_ACTION = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html';
const KEYS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html';

const SEND = { principal: DANA, action: 'sqs:SendMessage', resource: QUEUE } as const;
const TAG = { principal: DANA, action: 'sqs:TagQueue', resource: QUEUE } as const;
const CREATE = { principal: DANA, action: 'sqs:CreateQueue', resource: QUEUE } as const;

function dana(...statements: readonly Json[]): Json {
  return snapshot({ [HERE]: { users: [user('dana', statements)] } });
}

/** The queue denies everybody but those. */
function spares(...principals: readonly string[]): Json {
  return {
    [QUEUE]: policy({ Effect: 'Deny', NotPrincipal: { AWS: principals }, Action: 'sqs:*', Resource: QUEUE }),
  };
}

/** Elements of policies with which much goes wrong, labelled from AWS's pages before they were run. */
export const ELEMENTS: readonly Decision[] = [
  {
    name: 'NotPrincipal spares a user who is listed with the account',
    page: NOT_PRINCIPAL,
    asked: SEND,
    snapshot: snapshot({ [HERE]: { users: [user('dana', [allow('sqs:*')])], policies: spares(DANA, ROOT) } }),
    expect: { verdict: 'allowed' },
  },
  {
    name: 'NotPrincipal spares nobody who has a permissions boundary',
    page: NOT_PRINCIPAL,
    asked: { principal: DANA, action: 'ec2:DescribeVpcs' },
    snapshot: snapshot({
      [HERE]: {
        users: [
          {
            ...user('dana', [allow('*')]),
            PermissionsBoundary: {
              PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
              PermissionsBoundaryArn: LIMITS,
            },
          },
        ],
        limits: LIMITS,
      },
    }),
    options: {
      endpointPolicy: policy(
        { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
        { Effect: 'Deny', NotPrincipal: { AWS: [DANA, ROOT] }, Action: '*', Resource: '*' },
      ),
    },
    expect: { verdict: 'denied', conclusion: 'explained', causes: ['endpoint.explicit-deny'] },
  },
  {
    name: 'what an Allow with NotPrincipal gives, AWS leaves open',
    page: NOT_PRINCIPAL,
    asked: SEND,
    snapshot: snapshot({
      [HERE]: {
        users: [user('dana', [])],
        policies: {
          [QUEUE]: policy({ Effect: 'Allow', NotPrincipal: { AWS: '444455556666' }, Action: 'sqs:*', Resource: QUEUE }),
        },
      },
    }),
    expect: { verdict: 'undetermined' },
  },
  {
    name: 'a Deny with NotAction and NotResource hits only what is in neither',
    page: NOT_ACTION,
    asked: SEND,
    snapshot: dana(allow('*'), { Effect: 'Deny', NotAction: 'iam:*', NotResource: QUEUE }),
    expect: { verdict: 'allowed' },
  },
  {
    name: 'an Allow with NotAction does not give what it lists',
    page: NOT_ACTION,
    asked: { principal: DANA, action: 'iam:ListUsers', resource: '*' },
    snapshot: dana({ Effect: 'Allow', NotAction: ['iam:*', 'organizations:*'], Resource: '*' }),
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
  {
    name: 'a Deny with ForAllValues hits a request without the key',
    page: SET_OPERATORS,
    asked: TAG,
    snapshot: dana(
      allow('*'),
      deny('sqs:TagQueue', '*', { 'ForAllValues:StringNotEquals': { 'aws:TagKeys': 'team' } }),
    ),
    options: { missing: ['aws:TagKeys'] },
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
  {
    name: 'an Allow with ForAnyValue does not hold without the key',
    page: SET_OPERATORS,
    asked: TAG,
    snapshot: dana(allow('sqs:*', '*', { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'team' } })),
    options: { missing: ['aws:TagKeys'] },
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
  {
    name: 'ForAllValues denies a tag key too many',
    page: SET_OPERATORS,
    asked: TAG,
    snapshot: dana(allow('sqs:*', '*', { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team', 'stage'] } })),
    options: { context: { 'aws:TagKeys': ['team', 'owner'] } },
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
  {
    name: 'Null asks for a tag when something is created',
    page: OPERATORS,
    asked: CREATE,
    snapshot: dana(allow('*'), deny('sqs:CreateQueue', '*', { Null: { 'aws:RequestTag/team': 'true' } })),
    options: { missing: ['aws:RequestTag/team'] },
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
  {
    name: 'Null is content with the tag',
    page: OPERATORS,
    asked: CREATE,
    snapshot: dana(allow('*'), deny('sqs:CreateQueue', '*', { Null: { 'aws:RequestTag/team': 'true' } })),
    options: { context: { 'aws:RequestTag/team': 'red' } },
    expect: { verdict: 'allowed' },
  },
  {
    name: 'a Deny with StringNotEqualsIfExists hits a request without the key',
    page: OPERATORS,
    asked: CREATE,
    snapshot: dana(
      allow('*'),
      deny('sqs:CreateQueue', '*', { StringNotEqualsIfExists: { 'aws:RequestTag/team': 'red' } }),
    ),
    options: { missing: ['aws:RequestTag/team'] },
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
  {
    name: 'a Deny with StringNotEquals hits a request that came through no VPC',
    page: KEYS,
    asked: SEND,
    snapshot: dana(allow('*'), deny('*', '*', { StringNotEquals: { 'aws:SourceVpc': 'vpc-0a1b2c3d4e5f60718' } })),
    options: { missing: ['aws:SourceVpc'] },
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
  {
    name: 'the variable for an asterisk is an asterisk',
    page: VARIABLES,
    asked: SEND,
    snapshot: dana(allow('sqs:*', `arn:aws:sqs:eu-west-1:${HERE}:$${'{*}'}`)),
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
  {
    name: 'a policy of the old version has no variables',
    page: VARIABLES,
    asked: { ...SEND, resource: `arn:aws:sqs:eu-west-1:${HERE}:dana-jobs` },
    snapshot: snapshot({
      [HERE]: {
        users: [
          {
            ...user('dana', []),
            UserPolicyList: [
              {
                PolicyName: 'P',
                PolicyDocument: {
                  Version: '2008-10-17',
                  Statement: [allow('sqs:*', `arn:aws:sqs:*:*:$${'{aws:username}'}-*`)],
                },
              },
            ],
          },
        ],
      },
    }),
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
  {
    name: 'a date that is over ends an Allow',
    page: OPERATORS,
    asked: SEND,
    snapshot: dana(allow('sqs:*', '*', { DateLessThan: { 'aws:CurrentTime': '2026-11-01T00:00:00Z' } })),
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
  {
    name: 'a condition on the address does not hold through a VPC endpoint',
    page: KEYS,
    asked: SEND,
    snapshot: dana(allow('sqs:*', '*', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })),
    options: { context: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718', 'aws:VpcSourceIp': '10.0.3.7' } },
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
  {
    name: 'a Deny of other addresses that leaves out calls through services lets them through',
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_deny-ip.html',
    asked: SEND,
    snapshot: dana(
      allow('*'),
      deny('*', '*', {
        NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
        Bool: { 'aws:ViaAWSService': 'false' },
      }),
    ),
    options: { context: { 'aws:ViaAWSService': 'true' } },
    expect: { verdict: 'allowed' },
  },
  {
    name: 'what is revoked by the time of the token may hit a user, whose key may be a session’s',
    page: KEYS,
    asked: SEND,
    snapshot: dana(allow('*'), deny('*', '*', { DateLessThan: { 'aws:TokenIssueTime': '2026-11-19T00:00:00Z' } })),
    expect: { verdict: 'undetermined' },
  },
];
