import type { Decision } from './decision.ts';
import { allow, deny, HERE, type Json, policy, refusal, role, snapshot, THERE, trusts, user } from './world.ts';

const DANA = `arn:aws:iam::${HERE}:user/dana`;
const SESSION = `arn:aws:sts::${HERE}:assumed-role/app/i-1`;
const QUEUE = `arn:aws:sqs:eu-west-1:${HERE}:orders`;
const KEYS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html';
const TOKENS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html';
const PASS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html';
const TAGS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html';
const GOOGLE_ERROR =
  'An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: Not authorized to perform sts:AssumeRoleWithWebIdentity';
const WEB = `arn:aws:iam::${THERE}:role/web`;

function token(claims: Json): string {
  const part = (value: Json) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return [part({ alg: 'RS256' }), part(claims), 'c2lnbmF0dXJl'].join('.');
}

/** A role for Google's tokens, called with one that has both `aud` and `azp`. */
function google(condition: Json) {
  const trust = [trusts({ Federated: 'accounts.google.com' }, 'sts:AssumeRoleWithWebIdentity', condition)];
  return {
    page: TOKENS,
    asked: GOOGLE_ERROR,
    given: { resource: WEB },
    snapshot: snapshot({ [THERE]: { roles: [role('web', [], { account: THERE, trust })] } }),
    options: {
      webIdentityToken: token({ iss: 'https://accounts.google.com', aud: 'server', azp: 'phone', sub: '1234' }),
    },
  };
}

const SAML = `arn:aws:iam::${THERE}:saml-provider/Okta`;
const TAGGED = [trusts({ Service: 'pods.eks.amazonaws.com' }, ['sts:AssumeRole', 'sts:TagSession'])];
const TARGET = `arn:aws:iam::${THERE}:role/target`;

function target(condition: Json, principal: unknown = { AWS: HERE }): Json {
  return snapshot({
    [HERE]: {
      users: [user('dana', [allow('sts:*')])],
      roles: [role('app', [allow('sts:*')], { trust: TAGGED })],
    },
    [THERE]: {
      roles: [role('target', [], { account: THERE, trust: [trusts(principal, 'sts:AssumeRole', condition)] })],
    },
  });
}

const SSO = 'AWSReservedSSO_Developers_0123456789abcdef';

/** Sessions, tokens, passed roles, partitions and regions, labelled from AWS's pages before they were run. */
export const SESSIONS: readonly Decision[] = [
  {
    name: 'where a token has azp, the key aud is that, not its aud',
    ...google({ StringEquals: { 'accounts.google.com:aud': 'server' } }),
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
  {
    name: 'a role for azp under the key aud lets it in',
    ...google({ StringEquals: { 'accounts.google.com:aud': 'phone', 'accounts.google.com:oaud': 'server' } }),
    expect: { verdict: 'allowed' },
  },
  {
    name: 'an assertion for another partition’s sign-in is not for the role',
    page: TOKENS,
    asked: { principal: SAML, action: 'sts:AssumeRoleWithSAML', resource: WEB },
    snapshot: snapshot({
      [THERE]: {
        roles: [
          role('web', [], {
            account: THERE,
            trust: [
              trusts({ Federated: SAML }, 'sts:AssumeRoleWithSAML', {
                StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' },
              }),
            ],
          }),
        ],
        saml: { [SAML]: { CreateDate: '2025-01-01T00:00:00Z' } },
      },
    }),
    options: { context: { 'SAML:aud': 'https://signin.amazonaws.cn/saml' } },
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
  {
    name: 'what EKS tags the session of a pod with, its role does not show',
    page: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html',
    asked: { principal: SESSION, action: 'sqs:SendMessage', resource: QUEUE },
    snapshot: snapshot({
      [HERE]: {
        roles: [
          role('app', [allow('sqs:*', '*', { StringEquals: { 'aws:PrincipalTag/kubernetes-namespace': 'shop' } })], {
            trust: TAGGED,
          }),
        ],
      },
    }),
    expect: { verdict: 'undetermined' },
  },
  {
    name: 'attributes of a user of Identity Center are tags that no role shows',
    page: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/abac.html',
    asked: { principal: `arn:aws:sts::${HERE}:assumed-role/${SSO}/dana`, action: 'sqs:SendMessage', resource: QUEUE },
    snapshot: snapshot({
      [HERE]: {
        roles: [
          role(SSO, [allow('sqs:*', '*', { StringEquals: { 'aws:PrincipalTag/CostCenter': '42' } })], {
            path: '/aws-reserved/sso.amazonaws.com/',
            trust: [
              trusts({ Federated: `arn:aws:iam::${HERE}:saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE` }, [
                'sts:AssumeRoleWithSAML',
                'sts:TagSession',
              ]),
            ],
          }),
        ],
      },
    }),
    expect: { verdict: 'undetermined' },
  },
  {
    name: 'a role for one trust anchor is not for another',
    page: 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html',
    asked: { principal: 'rolesanywhere.amazonaws.com', action: 'sts:AssumeRole', resource: TARGET },
    snapshot: target(
      { ArnEquals: { 'aws:SourceArn': `arn:aws:rolesanywhere:eu-west-1:${THERE}:trust-anchor/aaaa` } },
      { Service: 'rolesanywhere.amazonaws.com' },
    ),
    options: { context: { 'aws:SourceArn': `arn:aws:rolesanywhere:eu-west-1:${THERE}:trust-anchor/bbbb` } },
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
  {
    name: 'tags of a session that assumes the next role are open, where it can have some',
    page: TAGS,
    asked: { principal: SESSION, action: 'sts:AssumeRole', resource: TARGET },
    snapshot: target({ StringEquals: { 'aws:PrincipalTag/team': 'red' } }),
    expect: { verdict: 'undetermined' },
  },
  {
    name: 'a role that wants a source identity is not assumed without one',
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html',
    asked: { principal: DANA, action: 'sts:AssumeRole', resource: TARGET },
    snapshot: target({ StringLike: { 'sts:SourceIdentity': '*' } }),
    options: { missing: ['sts:SourceIdentity'] },
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
  {
    name: 'a role that wants transitive tags is assumed with those only',
    page: TOKENS,
    asked: { principal: DANA, action: 'sts:AssumeRole', resource: TARGET },
    snapshot: target({ 'ForAnyValue:StringEquals': { 'sts:TransitiveTagKeys': 'team' } }),
    options: { context: { 'sts:TransitiveTagKeys': ['stage'] } },
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
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
    name: 'the address that the record of a call states holds for the tags of the same call',
    page: TAGS,
    asked: JSON.stringify({
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRole',
      sourceIPAddress: '203.0.113.7',
      errorCode: 'AccessDenied',
      errorMessage: `User: ${DANA} is not authorized to perform: sts:AssumeRole on resource: ${TARGET}`,
      userIdentity: { type: 'IAMUser', arn: DANA, accountId: HERE, userName: 'dana' },
      requestParameters: { roleArn: TARGET, roleSessionName: 'dana', tags: [{ key: 'team', value: 'red' }] },
    }),
    snapshot: snapshot({
      [HERE]: {
        users: [user('dana', [allow('sts:TagSession', '*', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })])],
      },
      [THERE]: {
        roles: [
          role('target', [], { account: THERE, trust: [trusts({ AWS: HERE }, ['sts:AssumeRole', 'sts:TagSession'])] }),
        ],
      },
    }),
    expect: { verdict: 'denied', related: ['sts:TagSession allowed'] },
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
