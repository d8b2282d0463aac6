import type { Decision } from './decision.ts';
import { allow, HERE, type Json, role, snapshot, THERE, trusts, user } from './world.ts';

const DANA = `arn:aws:iam::${HERE}:user/dana`;
const POD_ROLE = 'https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html';
const PASS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html';
const SAML = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html';

const PODS = { Service: 'pods.eks.amazonaws.com' };
const POD_ERROR = `level=error msg="operation error EKS Auth: AssumeRoleForPodIdentity, https response error StatusCode: 400, RequestID: 6b1f8c0e-1d2c-4e5f-9a7b-0c1d2e3f4a5b, AccessDeniedException: Unauthorized Exception! EKS does not have permissions to assume the associated role."`;
const POD_OPTIONS = { resource: `arn:aws:iam::${THERE}:role/app` };

function pods(...trust: readonly Json[]) {
  return snapshot({ [THERE]: { roles: [role('app', [], { account: THERE, trust })] } });
}

const PROVIDERS = { [`arn:aws:iam::${THERE}:saml-provider/Okta`]: { CreateDate: '2025-01-01T00:00:00Z' } };
const SIGN_IN =
  'AccessDenied: User: arn:aws:iam::444455556666:role/Admin is not authorized to perform: sts:AssumeRoleWithSAML on resource: arn:aws:iam::444455556666:role/Admin';

function admin(provider: string) {
  const principal = { Federated: `arn:aws:iam::${THERE}:saml-provider/${provider}` };
  const trust = [trusts(principal, 'sts:AssumeRoleWithSAML')];
  return snapshot({ [THERE]: { roles: [role('Admin', [], { account: THERE, trust })], saml: PROVIDERS } });
}

const COGNITO = 'https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html';
const WITH_TOKEN =
  'An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: Not authorized to perform sts:AssumeRoleWithWebIdentity';

function token(claims: Json): string {
  const part = (value: Json) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return [part({ alg: 'RS512' }), part(claims), 'c2lnbmF0dXJl'].join('.');
}

/** The error of a guest of the identity pool, where the role is for identities of a kind. */
function guest(kind: string, operator = 'ForAnyValue:StringLike') {
  const condition = {
    StringEquals: { 'cognito-identity.amazonaws.com:aud': 'eu-west-1:pool' },
    [operator]: { 'cognito-identity.amazonaws.com:amr': kind },
  };
  const trust = [trusts({ Federated: 'cognito-identity.amazonaws.com' }, 'sts:AssumeRoleWithWebIdentity', condition)];
  const claims = {
    iss: 'https://cognito-identity.amazonaws.com',
    sub: 'eu-west-1:guest',
    aud: 'eu-west-1:pool',
    amr: ['unauthenticated'],
  };
  return {
    page: COGNITO,
    asked: WITH_TOKEN,
    given: { resource: `arn:aws:iam::${THERE}:role/guest` },
    snapshot: snapshot({ [THERE]: { roles: [role('guest', [], { account: THERE, trust })] } }),
    options: { webIdentityToken: token(claims) },
  };
}

/** Roles that a pod, a person who signs in, or a service gets. */
export const ROLES: readonly Decision[] = [
  {
    name: 'the role of a pod must let EKS tag its sessions',
    page: POD_ROLE,
    asked: POD_ERROR,
    given: POD_OPTIONS,
    snapshot: pods(trusts(PODS)),
    expect: { verdict: 'denied', conclusion: 'explained', causes: ['trust.tag-session'], action: 'sts:TagSession' },
  },
  {
    name: 'the role of a pod that trusts the nodes of EC2 is assumed by EKS',
    page: POD_ROLE,
    asked: POD_ERROR,
    given: POD_OPTIONS,
    snapshot: pods(trusts({ Service: 'ec2.amazonaws.com' }, ['sts:AssumeRole', 'sts:TagSession'])),
    expect: { verdict: 'denied', conclusion: 'explained', action: 'sts:AssumeRole' },
  },
  {
    name: 'the role of a pod that allows both is not denied by its trust policy',
    page: POD_ROLE,
    asked: POD_ERROR,
    given: POD_OPTIONS,
    snapshot: pods(trusts(PODS, ['sts:AssumeRole', 'sts:TagSession'])),
    expect: { verdict: 'allowed', conclusion: 'contradicted' },
  },
  {
    name: 'nobody comes from a SAML provider that does not exist',
    page: SAML,
    asked: SIGN_IN,
    given: { resource: `arn:aws:iam::${THERE}:role/Admin` },
    snapshot: admin('ADFS-old'),
    expect: { verdict: 'denied', conclusion: 'explained', causes: ['trust.saml-provider-missing'] },
  },
  {
    name: 'somebody may come from one that exists',
    page: SAML,
    asked: SIGN_IN,
    given: { resource: `arn:aws:iam::${THERE}:role/Admin` },
    snapshot: admin('Okta'),
    expect: { verdict: 'undetermined' },
  },
  {
    name: 'a role of a permission set is not said to be passable',
    page: PASS,
    asked: {
      principal: DANA,
      action: 'iam:PassRole',
      resource: `arn:aws:iam::${HERE}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Ops_0123456789abcdef`,
    },
    snapshot: snapshot({
      [HERE]: {
        users: [user('dana', [allow('*')])],
        roles: [role('AWSReservedSSO_Ops_0123456789abcdef', [], { path: '/aws-reserved/sso.amazonaws.com/' })],
      },
    }),
    expect: { verdict: 'undetermined', conclusion: 'inconclusive' },
  },
  {
    name: 'a role that does not exist is not said to be passable',
    page: PASS,
    asked: { principal: DANA, action: 'iam:PassRole', resource: `arn:aws:iam::${HERE}:role/gone` },
    snapshot: snapshot({ [HERE]: { users: [user('dana', [allow('*')])] } }),
    expect: { verdict: 'undetermined' },
  },
  {
    name: 'a role that a service can use is',
    page: PASS,
    asked: { principal: DANA, action: 'iam:PassRole', resource: `arn:aws:iam::${HERE}:role/web` },
    snapshot: snapshot({ [HERE]: { users: [user('dana', [allow('*')])], roles: [role('web', [])] } }),
    expect: { verdict: 'allowed', conclusion: 'explained' },
  },
  {
    name: 'a guest of an identity pool gets no role for those who signed in',
    ...guest('authenticated'),
    expect: { verdict: 'denied', conclusion: 'explained', causes: ['web-identity.cognito-amr'] },
  },
  {
    name: 'a guest gets the role for guests',
    ...guest('unauthenticated'),
    expect: { verdict: 'allowed', conclusion: 'contradicted' },
  },
];
