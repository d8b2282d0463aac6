import { describe, expect, it } from 'vitest';
import type { NamedCaller } from '../../src/evidence/named-caller.ts';
import { comparePrincipals } from '../../src/evidence/near-miss/compare-principals.ts';
import { FAR } from '../../src/evidence/near-miss/difference.ts';
import { parsePrincipal } from '../../src/model/principal.ts';

function caller(arn: string, roleArn: string | null = null): NamedCaller {
  const principal = parsePrincipal(arn);
  if (principal === undefined) throw new Error(`${arn} is not a principal`);
  return { principal, arn: roleArn ?? arn };
}

function other(type: 'service' | 'federated', name: string): NamedCaller {
  const base = { arn: null, account: null, partition: 'aws', path: null, sessionName: null };
  return { principal: { ...base, type, name }, arn: null };
}

const ACCOUNTS = 'different account: policy has 999988887777, request has 111122223333';
const WILDCARD = 'a wildcard inside a principal ARN matches no principal';
const SESSIONS = 'arn:aws:sts::111122223333:assumed-role/';
const ROLES = 'arn:aws:iam::111122223333:role/';
const SESSION = caller(`${SESSIONS}ci-deployer/build-42`, `${ROLES}ci-deployer`);
const WITH_PATH = caller(`${SESSIONS}ci-deployer/build-42`, `${ROLES}teams/ci-deployer`);
const USER = caller('arn:aws:iam::111122223333:user/alice');
const SSO = caller(
  `${SESSIONS}AWSReservedSSO_Admin_0123456789abcdef/ann`,
  `${ROLES}aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Admin_0123456789abcdef`,
);
const ROOT = caller('arn:aws:iam::111122223333:root');
const LAMBDA = other('service', 'lambda.amazonaws.com');
const TASKS = other('service', 'ecs-tasks.amazonaws.com');
const STATES = other('service', 'states.amazonaws.com');
const GITHUB = other('federated', 'arn:aws:iam::444455556666:oidc-provider/token.actions.githubusercontent.com');
const EKS = other(
  'federated',
  'arn:aws:iam::444455556666:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF',
);
const SAML = other('federated', 'arn:aws:iam::444455556666:saml-provider/okta');

/** [key, what the policy names, the caller, the difference; undefined where it is the caller or of another kind] */
const rows: readonly (readonly [kind: string, value: string, who: NamedCaller, words: string | undefined])[] = [
  // Everybody, the caller itself, its account
  ['*', '*', SESSION, undefined],
  ['AWS', '*', SESSION, undefined],
  ['AWS', `${ROLES}ci-deployer`, SESSION, undefined],
  ['AWS', '111122223333', SESSION, undefined],
  ['AWS', 'arn:aws:iam::111122223333:root', SESSION, undefined],
  ['AWS', 'arn:aws:iam::111122223333:user/alice', USER, undefined],
  // Roles and users
  ['AWS', `${ROLES}ci-deploy`, SESSION, 'two letters: policy has ci-deploy, request has ci-deployer'],
  ['AWS', `${ROLES}cd-deployer`, SESSION, 'one letter: policy has cd-deployer, request has ci-deployer'],
  ['AWS', `${ROLES}CI-Deployer`, SESSION, 'different case: policy has CI-Deployer, request has ci-deployer'],
  ['AWS', `${ROLES}build-deployer`, SESSION, 'one part of the name: policy has build, request has ci'],
  [
    'AWS',
    `${ROLES}ci-eu-deployer`,
    SESSION,
    'the name has the part "eu": policy has ci-eu-deployer, request has ci-deployer',
  ],
  ['AWS', `${ROLES}ci-deployer`, WITH_PATH, 'missing path: the role is at /teams/'],
  ['AWS', `${ROLES}teams/ci-deployer`, SESSION, 'a path, /teams/, that the role does not have'],
  ['AWS', 'arn:aws:iam::999988887777:role/ci-deployer', SESSION, ACCOUNTS],
  [
    'AWS',
    'arn:aws-cn:iam::111122223333:role/ci-deployer',
    SESSION,
    'different partition: policy has aws-cn, request has aws',
  ],
  ['AWS', `${ROLES}alice`, USER, 'policy has the role of that name, request has the user'],
  [
    'AWS',
    'arn:aws:iam::111122223333:user/ci-deployer',
    SESSION,
    'policy has the user of that name, request has the role',
  ],
  ['AWS', 'arn:aws:iam::111122223333:user/alise', USER, 'one letter: policy has alise, request has alice'],
  ['AWS', ' arn:aws:iam::111122223333:user/alice', USER, 'white space around it'],
  // Accounts
  ['AWS', '999988887777', SESSION, ACCOUNTS],
  ['AWS', '111122223334', SESSION, 'different account: policy has 111122223334, request has 111122223333'],
  [
    'AWS',
    '11112222333',
    SESSION,
    'different account: policy has 11112222333 (not twelve digits), request has 111122223333',
  ],
  ['AWS', 'arn:aws:iam::999988887777:root', SESSION, ACCOUNTS],
  [
    'AWS',
    'arn:aws-us-gov:iam::111122223333:root',
    SESSION,
    'different partition: policy has aws-us-gov, request has aws',
  ],
  ['AWS', 'arn:aws:iam::999988887777:root', ROOT, ACCOUNTS],
  // Wildcards
  ['AWS', `${ROLES}ci-*`, SESSION, WILDCARD],
  ['AWS', 'arn:aws:iam::111122223333:*', SESSION, WILDCARD],
  ['AWS', 'arn:aws:iam::*:role/ci-deployer', SESSION, WILDCARD],
  // Sessions
  [
    'AWS',
    `${SESSIONS}ci-deployer/build-41`,
    SESSION,
    'a different session of the same role: policy has build-41, request has build-42',
  ],
  ['AWS', `${SESSIONS}ci-deployer/*`, SESSION, 'a session ARN with a wildcard matches no session: name the role'],
  ['AWS', `${SESSIONS}ci-deployer/build-42`, SESSION, undefined],
  ['AWS', `${SESSIONS}ci-deployed/build-42`, SESSION, 'one letter: policy has ci-deployed, request has ci-deployer'],
  ['AWS', 'arn:aws:sts::999988887777:assumed-role/ci-deployer/build-42', SESSION, ACCOUNTS],
  ['AWS', `${SESSIONS}alice/x`, USER, 'a role session, not a user'],
  // Deleted principals
  ['AWS', 'AROADBQP57FF2AEXAMPLE', SESSION, 'the unique id of a principal that was deleted'],
  ['AWS', 'AIDACKCEVSQ6C2EXAMPLE', USER, 'the unique id of a principal that was deleted'],
  // Identity Center
  [
    'AWS',
    `${ROLES}AWSReservedSSO_Admin_0123456789abcdef`,
    SSO,
    'missing path: the role is at /aws-reserved/sso.amazonaws.com/eu-west-1/',
  ],
  [
    'AWS',
    `${ROLES}aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123456789abcdef`,
    SSO,
    'different path: policy has /aws-reserved/sso.amazonaws.com/, request has /aws-reserved/sso.amazonaws.com/eu-west-1/',
  ],
  [
    'AWS',
    `${ROLES}aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Admin_fedcba9876543210`,
    SSO,
    'one part of the name: policy has fedcba9876543210, request has 0123456789abcdef',
  ],
  // Services
  ['Service', 'lambda.amazonaws.com', LAMBDA, undefined],
  [
    'Service',
    'ecs.amazonaws.com',
    TASKS,
    'a different service of the same family: policy has ecs.amazonaws.com, request has ecs-tasks.amazonaws.com',
  ],
  [
    'Service',
    'states.eu-west-1.amazonaws.com',
    STATES,
    'policy has the host of one region (eu-west-1), request has the service’s own',
  ],
  [
    'Service',
    'states.amazonaws.com',
    other('service', 'states.eu-west-1.amazonaws.com'),
    'policy has the service’s own host, request has that of eu-west-1',
  ],
  [
    'Service',
    'states.us-east-1.amazonaws.com',
    other('service', 'states.eu-west-1.amazonaws.com'),
    'different region: policy has us-east-1, request has eu-west-1',
  ],
  ['Service', 'lambda.amazon.com', LAMBDA, 'wrong domain: policy has amazon.com, request has amazonaws.com'],
  ['Service', 'lambda.aws.amazon.com', LAMBDA, 'wrong domain: policy has aws.amazon.com, request has amazonaws.com'],
  [
    'Service',
    'lambda.amazonaws.com.cn',
    LAMBDA,
    'wrong domain: policy has amazonaws.com.cn, request has amazonaws.com',
  ],
  ['Service', 'lamda.amazonaws.com', LAMBDA, 'one letter: policy has lamda, request has lambda'],
  [
    'Service',
    'Lambda.amazonaws.com',
    LAMBDA,
    'different case: policy has Lambda.amazonaws.com, request has lambda.amazonaws.com',
  ],
  ['Service', 'lambda', LAMBDA, 'the name alone: it must be lambda.amazonaws.com'],
  ['Service', 'lambda.amazonaws.com', SESSION, undefined],
  ['AWS', 'lambda.amazonaws.com', LAMBDA, 'listed under AWS; it belongs under Service'],
  ['AWS', `${ROLES}ci-deployer`, LAMBDA, undefined],
  // Identity providers
  ['Federated', 'arn:aws:iam::444455556666:oidc-provider/token.actions.githubusercontent.com', GITHUB, undefined],
  [
    'Federated',
    'arn:aws:iam::999988887777:oidc-provider/token.actions.githubusercontent.com',
    GITHUB,
    'different account: policy has 999988887777, request has 444455556666',
  ],
  [
    'Federated',
    'arn:aws:iam::444455556666:oidc-provider/https://token.actions.githubusercontent.com',
    GITHUB,
    'a scheme or a slash in the ARN of the provider, which has none',
  ],
  [
    'Federated',
    'token.actions.githubusercontent.com',
    GITHUB,
    'the issuer’s URL instead of the ARN of its provider: arn:aws:iam::444455556666:oidc-provider/token.actions.githubusercontent.com',
  ],
  [
    'Federated',
    'arn:aws:iam::444455556666:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/FEDCBA9876543210FEDCBA9876543210',
    EKS,
    'different issuer of the same service: policy has oidc.eks.eu-west-1.amazonaws.com/id/FEDCBA9876543210FEDCBA9876543210, request has oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF',
  ],
  [
    'AWS',
    'arn:aws:iam::444455556666:oidc-provider/token.actions.githubusercontent.com',
    GITHUB,
    'listed under AWS; it belongs under Federated',
  ],
  [
    'Federated',
    'arn:aws:iam::444455556666:saml-provider/Okta',
    SAML,
    'different case: policy has Okta, request has okta',
  ],
  ['Federated', 'accounts.google.com', other('federated', 'accounts.google.com'), undefined],
];

describe('the difference between a principal in a policy and the caller', () => {
  it.each(rows)('%s %j', (kind, value, who, words) => {
    expect(comparePrincipals({ kind, value, pointer: '/Statement/0/Principal' }, who)?.words).toBe(words);
  });

  it.each([
    ['AWS', `${ROLES}billing-reader`, SESSION],
    ['AWS', 'nobody', SESSION],
    ['Service', 'sns.amazonaws.com', LAMBDA],
  ])('%s %j is somebody else', (kind, value, who) => {
    const found = comparePrincipals({ kind, value, pointer: '' }, who);
    expect(found?.distance ?? FAR).toBeGreaterThanOrEqual(FAR);
  });
});

describe('hostile principals', () => {
  it.each(['.', 'a.', '-', '*', '/', ':', `${ROLES}`, 'https://'])('%j, over and over', (text) => {
    for (const kind of ['AWS', 'Service', 'Federated', 'CanonicalUser', '__proto__']) {
      for (const who of [SESSION, USER, LAMBDA, GITHUB]) {
        const found = comparePrincipals({ kind, value: text.repeat(20_000), pointer: '' }, who);
        expect(found?.words ?? '').not.toContain('undefined');
      }
    }
  });
});
