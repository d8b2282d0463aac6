import type { Decision } from './decision.ts';
import { allow, HERE, type Json, role, snapshot, THERE, trusts, user } from './world.ts';

const DANA = `arn:aws:iam::${HERE}:user/dana`;
const SESSION = `arn:aws:sts::${HERE}:assumed-role/app/i-1`;
const QUEUE = `arn:aws:sqs:eu-west-1:${HERE}:orders`;
const TOKENS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html';
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
];
