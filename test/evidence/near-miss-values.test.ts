import { describe, expect, it } from 'vitest';
import { compareValues } from '../../src/evidence/near-miss/compare-values.ts';
import { operatorOf } from '../../src/evidence/near-miss/operator.ts';

const REPO = 'repo:octo/app:ref:refs/heads/main';
const ACCOUNT = 'system:serviceaccount:shop:orders';
const ROLE = 'arn:aws:iam::111122223333:role/teams/ci-deployer';

/** [operator, what the policy says, what the request has, the difference; undefined where it holds or cannot be told] */
const rows: readonly (readonly [operator: string, policy: string, asked: string, words: string | undefined])[] = [
  // Holds
  ['StringEquals', 'red', 'red', undefined],
  ['StringLike', 'r*', 'red', undefined],
  ['StringEqualsIgnoreCase', 'RED', 'red', undefined],
  ['ArnLike', 'arn:aws:iam::*:role/teams/*', ROLE, undefined],
  // Letters, case, details
  ['StringEquals', 'Red', 'red', 'different case: policy has Red, request has red'],
  ['StringEquals', 'production', 'prodcution', 'one letter: policy has production, request has prodcution'],
  ['StringEquals', ' red', 'red', 'white space around it'],
  ['StringEquals', 're\u200bd', 'red', 'an invisible character in it, U+200B'],
  ['StringEquals', '"red"', 'red', 'the same except for a scheme, slash or quote: policy has "red", request has red'],
  [
    'StringEquals',
    'https://example.com/',
    'example.com',
    'the same except for a scheme, slash or quote: policy has https://example.com/, request has example.com',
  ],
  ['StringEquals', 'vpce-0abc', 'vpce-1def', 'one part of the name: policy has 0abc, request has 1def'],
  ['StringEqualsIfExists', 'Red', 'red', 'different case: policy has Red, request has red'],
  ['ForAnyValue:StringEquals', 'Red', 'red', 'different case: policy has Red, request has red'],
  // Patterns
  ['StringEquals', 're*', 'red', 'a pattern under StringEquals, which takes it literally: StringLike would match'],
  [
    'StringEquals',
    'repo:octo/app:*',
    REPO,
    'a pattern under StringEquals, which takes it literally: StringLike would match',
  ],
  ['StringLike', 'Re*', 'red', 'different case: Re* does not cover red'],
  ['StringLike', 'blue*', 'red', 'the pattern does not cover it: policy has blue*, request has red'],
  // Lists in one text
  ['StringEquals', 'red,blue', 'blue', 'several values in one string: write them as a list'],
  ['StringEquals', 'red, blue', 'blue', 'several values in one string: write them as a list'],
  ['StringEquals', '["red","blue"]', 'blue', 'several values in one string: write them as a list'],
  // GitHub
  [
    'StringEquals',
    REPO,
    'repo:octo/app:environment:prod',
    'policy has the branch main, request has the environment prod',
  ],
  ['StringEquals', REPO, 'repo:octo/app:pull_request', 'policy has the branch main, request has a pull request'],
  ['StringEquals', REPO, 'repo:octo/app:ref:refs/tags/v1', 'policy has the branch main, request has the tag v1'],
  [
    'StringLike',
    'repo:octo/app:ref:*',
    'repo:octo/app:environment:prod',
    'policy has ref:*, request has the environment prod',
  ],
  ['StringEquals', 'repo:octo/app', REPO, 'policy has no branch, tag or environment, request has the branch main'],
  [
    'StringEquals',
    REPO,
    'repo:octo/site:ref:refs/heads/main',
    'different repository: one part of the name: policy has app, request has site',
  ],
  [
    'StringEquals',
    REPO,
    'repo:Octo/app:ref:refs/heads/main',
    'the repository in different case: policy has octo/app, request has Octo/app',
  ],
  [
    'StringLike',
    'repo:octo/api:*',
    'repo:octo/app:ref:refs/heads/main',
    'different repository: one letter: policy has octo/api, request has octo/app',
  ],
  [
    'StringEquals',
    REPO,
    'repo:octo@1234/app@5678:ref:refs/heads/main',
    'the token’s subject holds the ids of owner and repository, the policy has the older form without them',
  ],
  [
    'StringLike',
    'repo:octo/*:*',
    'repo:octo@1234/app@5678:ref:refs/heads/main',
    'the token’s subject holds the ids of owner and repository, the policy has the older form without them',
  ],
  [
    'StringEquals',
    'repo:octo@1234/app@5678:ref:refs/heads/main',
    REPO,
    'the policy has the ids of owner and repository, the token’s subject has the older form without them',
  ],
  // Kubernetes
  [
    'StringEquals',
    'project_path:shop/web:ref_type:branch:ref:main',
    'project_path:shop/web:ref_type:branch:ref:next',
    'different ref: policy has main, request has next',
  ],
  [
    'StringEquals',
    'project_path:shop/web:ref_type:branch:ref:main',
    'project_path:shop/app:ref_type:tag:ref:main',
    'different project path: policy has shop/web, request has shop/app, and different ref type: policy has branch, request has tag',
  ],
  [
    'StringLike',
    'organization:acme:project:*:workspace:prod:run_phase:plan',
    'organization:acme:project:web:workspace:prod:run_phase:apply',
    'different run phase: policy has plan, request has apply',
  ],
  [
    'StringEquals',
    ACCOUNT,
    'system:serviceaccount:shop:mail',
    'different service account: policy has orders, request has mail',
  ],
  [
    'StringEquals',
    ACCOUNT,
    'system:serviceaccount:default:orders',
    'different namespace: policy has shop, request has default',
  ],
  ['StringEquals', ACCOUNT, 'system:serviceaccount:default:mail', 'a different namespace and service account'],
  [
    'StringLike',
    'system:serviceaccount:shop:*',
    'system:serviceaccount:Shop:x',
    'different case: system:serviceaccount:shop:* does not cover system:serviceaccount:Shop:x',
  ],
  [
    'StringLike',
    'repo:octo-org/*',
    'repo:Octo-Org/shop:ref:refs/heads/main',
    'different case: repo:octo-org/* does not cover repo:Octo-Org/shop:ref:refs/heads/main',
  ],
  // ARNs
  [
    'ArnLike',
    'arn:aws:sts::111122223333:assumed-role/ci-deployer/*',
    ROLE,
    'the ARN of a role session, where the key holds the ARN of the role',
  ],
  [
    'StringEquals',
    'arn:aws:sts::111122223333:assumed-role/ci-deployer/build-42',
    ROLE,
    'the ARN of a role session, where the key holds the ARN of the role',
  ],
  ['ArnEquals', 'arn:aws:iam::111122223333:role/ci-deployer', ROLE, 'missing path: the role is at /teams/'],
  [
    'ArnLike',
    'arn:aws:iam::999988887777:role/teams/*',
    ROLE,
    'different account: policy has 999988887777, request has 111122223333',
  ],
  ['StringLike', 'arn:aws:iam::*:role/teams/CI-*', ROLE, 'different case: CI-* does not cover ci-deployer'],
  ['ArnLike', 'ci-deployer', ROLE, `the name alone instead of the full ARN: it must be ${ROLE}`],
  // Addresses: two families
  ['IpAddress', '10.0.0.0/8', '2001:db8::1', 'an IPv6 address, and the range is one of IPv4'],
  ['IpAddress', '2001:db8::/32', '10.1.2.3', 'an IPv4 address, and the range is one of IPv6'],
  ['IpAddress', '10.0.0.0/8', '203.0.113.7', undefined],
  ['Bool', 'true', 'false', undefined],
  ['NumericLessThan', '3600', '7200', undefined],
  ['DateLessThan', '2026-01-01T00:00:00Z', '2026-11-24T12:00:00Z', undefined],
];

describe('the difference between a condition and the request', () => {
  it.each(rows)('%s %j and %j', (operator, policy, asked, words) => {
    expect(compareValues(operatorOf(operator), policy, asked)?.words).toBe(words);
  });
});

describe('operators', () => {
  it.each([
    ['StringEquals', 'string', false, false, false, null],
    ['stringnotequals', 'string', true, false, false, null],
    ['StringLikeIfExists', 'string', false, true, true, null],
    ['ForAnyValue:StringLike', 'string', false, true, false, 'ForAnyValue'],
    ['forallvalues:ArnNotLikeIfExists', 'arn', true, true, true, 'ForAllValues'],
    ['NotIpAddress', 'address', true, false, false, null],
    ['NumericNotEquals', 'number', true, false, false, null],
    ['Null', 'presence', false, false, false, null],
    ['BoolIfExists', 'boolean', false, false, true, null],
    ['Sometimes', 'other', false, false, false, null],
  ])('%s', (text, family, negated, patterns, ifExists, set) => {
    expect(operatorOf(text)).toMatchObject({ family, negated, patterns, ifExists, set });
  });
});

describe('hostile values', () => {
  it.each([
    '*',
    '?',
    ',',
    '"',
    "'",
    ']',
    '@1',
    '@1/',
    ':',
    'repo:',
    'system:serviceaccount:',
    'https://',
    '/',
    ' ',
    '\u200b',
    'a-',
  ])('%j, over and over', (text) => {
    for (const operator of ['StringEquals', 'StringLike', 'ArnLike', 'IpAddress']) {
      for (const asked of [REPO, ACCOUNT, ROLE, 'red', text.repeat(20_000)]) {
        const policy = `${asked.slice(0, 22)}${text.repeat(20_000)}`;
        expect(compareValues(operatorOf(operator), policy, asked)?.words ?? '').not.toContain('undefined');
      }
    }
  });
});
