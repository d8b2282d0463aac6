import { describe, expect, it } from 'vitest';
import type { NamedCaller } from '../../src/evidence/named-caller.ts';
import { comparePrincipals } from '../../src/evidence/near-miss/compare-principals.ts';
import { FAR } from '../../src/evidence/near-miss/difference.ts';
import { parsePrincipal } from '../../src/model/principal.ts';

function caller(arn: string, roleArn: string | null = null): NamedCaller {
  const principal = parsePrincipal(arn);
  if (principal === undefined) throw new Error(`${arn} is no principal`);
  return { principal, arn: roleArn ?? arn };
}

function other(type: 'service' | 'federated', name: string): NamedCaller {
  const base = { arn: null, account: null, partition: 'aws', path: null, sessionName: null };
  return { principal: { ...base, type, name }, arn: null };
}

const SESSION = caller(
  'arn:aws:sts::111122223333:assumed-role/ci-deployer/build-42',
  'arn:aws:iam::111122223333:role/ci-deployer',
);
const WITH_PATH = caller(
  'arn:aws:sts::111122223333:assumed-role/ci-deployer/build-42',
  'arn:aws:iam::111122223333:role/teams/ci-deployer',
);
const USER = caller('arn:aws:iam::111122223333:user/alice');
const SSO = caller(
  'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/ann',
  'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Admin_0123456789abcdef',
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
  ['AWS', 'arn:aws:iam::111122223333:role/ci-deployer', SESSION, undefined],
  ['AWS', '111122223333', SESSION, undefined],
  ['AWS', 'arn:aws:iam::111122223333:root', SESSION, undefined],
  ['AWS', 'arn:aws:iam::111122223333:user/alice', USER, undefined],
  // Roles and users
  ['AWS', 'arn:aws:iam::111122223333:role/ci-deploy', SESSION, 'two letters: ci-deploy, not ci-deployer'],
  ['AWS', 'arn:aws:iam::111122223333:role/cd-deployer', SESSION, 'one letter: cd-deployer, not ci-deployer'],
  ['AWS', 'arn:aws:iam::111122223333:role/CI-Deployer', SESSION, 'other case: CI-Deployer, not ci-deployer'],
  ['AWS', 'arn:aws:iam::111122223333:role/build-deployer', SESSION, 'one part of the name: build, not ci'],
  [
    'AWS',
    'arn:aws:iam::111122223333:role/ci-eu-deployer',
    SESSION,
    'the name has the part "eu": ci-eu-deployer, not ci-deployer',
  ],
  ['AWS', 'arn:aws:iam::111122223333:role/ci-deployer', WITH_PATH, 'missing path: the role is at /teams/'],
  ['AWS', 'arn:aws:iam::111122223333:role/teams/ci-deployer', SESSION, 'a path, /teams/, that the role does not have'],
  ['AWS', 'arn:aws:iam::999988887777:role/ci-deployer', SESSION, 'other account: 999988887777, not 111122223333'],
  ['AWS', 'arn:aws-cn:iam::111122223333:role/ci-deployer', SESSION, 'other partition: aws-cn, not aws'],
  ['AWS', 'arn:aws:iam::111122223333:role/alice', USER, 'the role of that name, not the user'],
  ['AWS', 'arn:aws:iam::111122223333:user/ci-deployer', SESSION, 'the user of that name, not the role'],
  ['AWS', 'arn:aws:iam::111122223333:user/alise', USER, 'one letter: alise, not alice'],
  ['AWS', ' arn:aws:iam::111122223333:user/alice', USER, 'white space around it'],
  // Accounts
  ['AWS', '999988887777', SESSION, 'other account: 999988887777, not 111122223333'],
  ['AWS', '111122223334', SESSION, 'other account: 111122223334, not 111122223333'],
  ['AWS', '11112222333', SESSION, 'other account: 11112222333, which has not twelve digits, not 111122223333'],
  ['AWS', 'arn:aws:iam::999988887777:root', SESSION, 'other account: 999988887777, not 111122223333'],
  ['AWS', 'arn:aws-us-gov:iam::111122223333:root', SESSION, 'other partition: aws-us-gov, not aws'],
  ['AWS', 'arn:aws:iam::999988887777:root', ROOT, 'other account: 999988887777, not 111122223333'],
  // Wildcards
  ['AWS', 'arn:aws:iam::111122223333:role/ci-*', SESSION, 'a wildcard inside a principal ARN matches nobody'],
  ['AWS', 'arn:aws:iam::111122223333:*', SESSION, 'a wildcard inside a principal ARN matches nobody'],
  ['AWS', 'arn:aws:iam::*:role/ci-deployer', SESSION, 'a wildcard inside a principal ARN matches nobody'],
  // Sessions
  [
    'AWS',
    'arn:aws:sts::111122223333:assumed-role/ci-deployer/build-41',
    SESSION,
    'the session build-41 of the same role, not build-42',
  ],
  [
    'AWS',
    'arn:aws:sts::111122223333:assumed-role/ci-deployer/*',
    SESSION,
    'a session ARN with a wildcard matches nobody: name the role',
  ],
  ['AWS', 'arn:aws:sts::111122223333:assumed-role/ci-deployer/build-42', SESSION, undefined],
  [
    'AWS',
    'arn:aws:sts::111122223333:assumed-role/ci-deployed/build-42',
    SESSION,
    'one letter: ci-deployed, not ci-deployer',
  ],
  [
    'AWS',
    'arn:aws:sts::999988887777:assumed-role/ci-deployer/build-42',
    SESSION,
    'other account: 999988887777, not 111122223333',
  ],
  ['AWS', 'arn:aws:sts::111122223333:assumed-role/alice/x', USER, 'a role session, not a user'],
  // Deleted principals
  ['AWS', 'AROADBQP57FF2AEXAMPLE', SESSION, 'the unique id of a principal that was deleted'],
  ['AWS', 'AIDACKCEVSQ6C2EXAMPLE', USER, 'the unique id of a principal that was deleted'],
  // Identity Center
  [
    'AWS',
    'arn:aws:iam::111122223333:role/AWSReservedSSO_Admin_0123456789abcdef',
    SSO,
    'missing path: the role is at /aws-reserved/sso.amazonaws.com/eu-west-1/',
  ],
  [
    'AWS',
    'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123456789abcdef',
    SSO,
    'other path: /aws-reserved/sso.amazonaws.com/, not /aws-reserved/sso.amazonaws.com/eu-west-1/',
  ],
  [
    'AWS',
    'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Admin_fedcba9876543210',
    SSO,
    'one part of the name: fedcba9876543210, not 0123456789abcdef',
  ],
  // Services
  ['Service', 'lambda.amazonaws.com', LAMBDA, undefined],
  [
    'Service',
    'ecs.amazonaws.com',
    TASKS,
    'another service of the family: ecs.amazonaws.com, not ecs-tasks.amazonaws.com',
  ],
  ['Service', 'states.eu-west-1.amazonaws.com', STATES, 'the host of one region (eu-west-1), not the service’s own'],
  [
    'Service',
    'states.amazonaws.com',
    other('service', 'states.eu-west-1.amazonaws.com'),
    'the service’s own host, not that of eu-west-1',
  ],
  [
    'Service',
    'states.us-east-1.amazonaws.com',
    other('service', 'states.eu-west-1.amazonaws.com'),
    'other region: us-east-1, not eu-west-1',
  ],
  ['Service', 'lambda.amazon.com', LAMBDA, 'wrong domain: amazon.com, not amazonaws.com'],
  ['Service', 'lambda.aws.amazon.com', LAMBDA, 'wrong domain: aws.amazon.com, not amazonaws.com'],
  ['Service', 'lambda.amazonaws.com.cn', LAMBDA, 'wrong domain: amazonaws.com.cn, not amazonaws.com'],
  ['Service', 'lamda.amazonaws.com', LAMBDA, 'one letter: lamda, not lambda'],
  ['Service', 'Lambda.amazonaws.com', LAMBDA, 'other case: Lambda.amazonaws.com, not lambda.amazonaws.com'],
  ['Service', 'lambda', LAMBDA, 'the name alone: it must be lambda.amazonaws.com'],
  ['Service', 'lambda.amazonaws.com', SESSION, undefined],
  ['AWS', 'lambda.amazonaws.com', LAMBDA, 'it stands under AWS, and has to stand under Service'],
  ['AWS', 'arn:aws:iam::111122223333:role/ci-deployer', LAMBDA, undefined],
  // Identity providers
  ['Federated', 'arn:aws:iam::444455556666:oidc-provider/token.actions.githubusercontent.com', GITHUB, undefined],
  [
    'Federated',
    'arn:aws:iam::999988887777:oidc-provider/token.actions.githubusercontent.com',
    GITHUB,
    'other account: 999988887777, not 444455556666',
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
    'the address of the issuer, not the ARN of its provider: arn:aws:iam::444455556666:oidc-provider/token.actions.githubusercontent.com',
  ],
  [
    'Federated',
    'arn:aws:iam::444455556666:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/FEDCBA9876543210FEDCBA9876543210',
    EKS,
    'another issuer of the same service: oidc.eks.eu-west-1.amazonaws.com/id/FEDCBA9876543210FEDCBA9876543210, not oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF',
  ],
  [
    'AWS',
    'arn:aws:iam::444455556666:oidc-provider/token.actions.githubusercontent.com',
    GITHUB,
    'it stands under AWS, and has to stand under Federated',
  ],
  ['Federated', 'arn:aws:iam::444455556666:saml-provider/Okta', SAML, 'other case: Okta, not okta'],
  ['Federated', 'accounts.google.com', other('federated', 'accounts.google.com'), undefined],
];

describe('the difference between a principal in a policy and the caller', () => {
  it.each(rows)('%s %j', (kind, value, who, words) => {
    expect(comparePrincipals({ kind, value, pointer: '/Statement/0/Principal' }, who)?.words).toBe(words);
  });

  it.each([
    ['AWS', 'arn:aws:iam::111122223333:role/billing-reader', SESSION],
    ['AWS', 'nobody', SESSION],
    ['Service', 'sns.amazonaws.com', LAMBDA],
  ])('%s %j is somebody else', (kind, value, who) => {
    const found = comparePrincipals({ kind, value, pointer: '' }, who);
    expect(found?.distance ?? FAR).toBeGreaterThanOrEqual(FAR);
  });
});

describe('hostile principals', () => {
  it.each(['.', 'a.', '-', '*', '/', ':', 'arn:aws:iam::111122223333:role/', 'https://'])(
    '%j, over and over',
    (text) => {
      for (const kind of ['AWS', 'Service', 'Federated', 'CanonicalUser', '__proto__']) {
        for (const who of [SESSION, USER, LAMBDA, GITHUB]) {
          const found = comparePrincipals({ kind, value: text.repeat(20_000), pointer: '' }, who);
          expect(found?.words ?? '').not.toContain('undefined');
        }
      }
    },
  );
});
