import { describe, expect, it } from 'vitest';
import { conditionNearMiss } from '../../src/evidence/near-miss/condition-near-miss.ts';
import { notGiven } from '../../src/model/gap.ts';
import type { ContextValue } from '../../src/model/request.ts';
import { MISSING, multiValue, requestContext, singleValue } from '../../src/request/request-context.ts';
import { variable } from '../evaluate/rows.ts';

const UNKNOWN: ContextValue = { status: 'unknown', gap: notGiven({ what: 'it', toPass: null }) };
const TOKEN = 'token.actions.githubusercontent.com';

const context = requestContext(
  [
    {
      'aws:PrincipalOrgID': singleValue('o-a1b2c3d4e5'),
      'aws:SourceIp': singleValue('203.0.113.7'),
      'aws:TagKeys': multiValue(['team', 'cost']),
      'aws:CalledVia': multiValue(['cloudformation.amazonaws.com']),
      'aws:MultiFactorAuthPresent': singleValue('false'),
      'aws:CurrentTime': singleValue('2026-11-24T12:00:00Z'),
      's3:max-keys': singleValue('500'),
      [`${TOKEN}:aud`]: singleValue('sts.amazonaws.com'),
      [`${TOKEN}:sub`]: singleValue('repo:octo/app:ref:refs/heads/main'),
      'aws:PrincipalTag/team': UNKNOWN,
    },
  ],
  () => MISSING,
);

/** [operator, key, value in the policy, the difference, the pointer below the condition's own] */
const rows: readonly (readonly [operator: string, key: string, value: unknown, words: string, below?: string])[] = [
  ['StringEquals', 'aws:PrincipalOrgID', 'o-zzzzzzzzzz', 'a different organization'],
  [
    'StringEquals',
    'aws:principalorgid',
    ['o-b', 'o-a1b2c3d4e6'],
    'one letter: policy has o-a1b2c3d4e6, request has o-a1b2c3d4e5',
    '/1',
  ],
  ['IpAddress', 'aws:SourceIp', ['10.0.0.0/8', '192.0.2.0/24'], 'address not in these ranges: request has 203.0.113.7'],
  ['IpAddress', 'aws:SourceIp', '2001:db8::/32', 'an IPv4 address, and the range is one of IPv6'],
  ['Bool', 'aws:MultiFactorAuthPresent', 'true', 'true/false the wrong way round: request has false'],
  ['DateLessThan', 'aws:CurrentTime', '2026-01-01T00:00:00Z', 'time differs: request has 2026-11-24T12:00:00Z'],
  ['NumericLessThanEquals', 's3:max-keys', 10, 'number differs (NumericLessThanEquals): request has 500'],
  ['BinaryEquals', 's3:max-keys', 'QmluYXJ5', 'value differs: request has 500'],
  // Missing and unknown
  [
    'StringEquals',
    'aws:SourceVpce',
    'vpce-0abc',
    'the request has no aws:SourceVpce, and StringEquals fails when the key is missing (StringEqualsIfExists would not)',
  ],
  [
    'ForAnyValue:StringEquals',
    'aws:PrincipalOrgPaths',
    'o-a/*',
    'the request has no aws:PrincipalOrgPaths, and ForAnyValue needs one',
  ],
  ['StringEquals', 'aws:PrincipalTag/team', 'red', 'the value in the request is unknown'],
  ['Null', 'aws:SourceIp', 'true', 'the request has aws:SourceIp, but must not'],
  ['Null', 'aws:SourceVpce', 'false', 'the request has no aws:SourceVpce, but must'],
  ['Null', 'aws:PrincipalTag/team', 'false', 'could not tell whether the request has it'],
  // Negated
  [
    'StringNotEquals',
    'aws:PrincipalOrgID',
    ['o-b', 'o-a1b2c3d4e5'],
    'the request has exactly the value that StringNotEquals excludes',
    '/1',
  ],
  ['NotIpAddress', 'aws:SourceIp', '203.0.113.0/24', 'the request has exactly the value that NotIpAddress excludes'],
  // Several values
  ['StringEquals', 'aws:TagKeys', 'team', 'aws:TagKeys can have several values: it needs ForAnyValue or ForAllValues'],
  [
    'ForAllValues:StringEquals',
    'aws:TagKeys',
    ['team', 'Cost'],
    'different case: policy has Cost, request has cost',
    '/1',
  ],
  [
    'ForAnyValue:StringEquals',
    'aws:CalledVia',
    'cloudformation',
    'shorter name: policy has cloudformation, request has cloudformation.amazonaws.com',
  ],
  // Keys
  ['StringEquals', `https://${TOKEN}:aud`, 'sts.amazonaws.com', `wrong form of the key: it must be ${TOKEN}:aud`],
  ['StringEquals', `${TOKEN}/:aud`, 'sts.amazonaws.com', `wrong form of the key: it must be ${TOKEN}:aud`],
  [
    'StringEquals',
    `arn:aws:iam::444455556666:oidc-provider/${TOKEN}:sub`,
    'repo:octo/app:*',
    `wrong form of the key: it must be ${TOKEN}:sub`,
  ],
  [
    'StringEquals',
    'aws:PrincipalOrgIDs',
    'o-a',
    'one letter: there is no key aws:PrincipalOrgIDs, but aws:PrincipalOrgID',
  ],
  ['StringEquals', 'aws:SourceIpp', '10.0.0.1', 'one letter: there is no key aws:SourceIpp, but aws:SourceIp'],
  // Claims
  [
    'StringEquals',
    `${TOKEN}:aud`,
    'repo:octo/app:ref:refs/heads/main',
    'that is the token’s sub instead of its aud: the two are swapped',
  ],
  [
    'StringEquals',
    `${TOKEN}:sub`,
    'sts.amazonaws.com',
    'that is the token’s aud instead of its sub: the two are swapped',
  ],
  [
    'StringLike',
    `${TOKEN}:sub`,
    ['repo:octo/site:*', 'repo:octo/app:environment:*'],
    'policy has the environment *, request has the branch main',
    '/1',
  ],
  // No values at all
  ['StringEquals', 'aws:PrincipalOrgID', [], 'value differs: request has o-a1b2c3d4e5'],
  ['StringEquals', 'aws:PrincipalOrgID', { o: 1 }, 'value differs: request has o-a1b2c3d4e5'],
];

describe('a condition that does not hold', () => {
  it.each(rows.map(([operator, key, value, words, below = '']) => ({ operator, key, value, words, below })))(
    '$operator $key $value',
    ({ operator, key, value, words, below }) => {
      const document = { Statement: [{ Condition: { [operator]: { [key]: value } } }] };
      const pointer = `/Statement/0/Condition/${operator}/${key.replaceAll('/', '~1')}`;
      const request = context.get(key);
      const match = request.status === 'unknown' ? 'unknown' : 'no';
      const found = conditionNearMiss(document, { operator, key, pointer, match, request }, context);
      expect([found.difference.words, found.pointer]).toEqual([words, pointer + below]);
    },
  );

  it('whatever the request has says so', () => {
    const key = 'aws:PrincipalTag/team';
    const document = { Statement: { Condition: { StringEquals: { [key]: variable('aws:username') } } } };
    const pointer = '/Statement/Condition/StringEquals/aws:PrincipalTag~1team';
    const condition = { operator: 'StringEquals', key, pointer, match: 'no', request: UNKNOWN } as const;
    expect(conditionNearMiss(document, condition, context).difference.words).toBe(
      'a variable without a value for this caller matches nothing, whatever the request has',
    );
  });

  it('says what the policy and the request have', () => {
    const document = { Statement: { Condition: { StringEquals: { 'aws:TagKeys': ['a', 'b'] } } } };
    const pointer = '/Statement/Condition/StringEquals/aws:TagKeys';
    const condition = { operator: 'StringEquals', key: 'aws:TagKeys', pointer, match: 'no' } as const;
    const finding = { ...condition, request: context.get('aws:TagKeys') };
    expect(conditionNearMiss(document, finding, context)).toMatchObject({
      element: 'condition',
      policySays: 'StringEquals aws:TagKeys [a, b]',
      requestHas: '[team, cost]',
      difference: { words: 'aws:TagKeys can have several values: it needs ForAnyValue or ForAllValues' },
    });
  });
});
