import { describe, expect, it } from 'vitest';
import type { GuardedRequest } from '../../src/reference/guards/guard-row.ts';
import { GUARD_ROWS, usualGuards } from '../../src/reference/guards/usual-guards.ts';
import { describeConditionKey } from '../../src/reference/keys/condition-keys.ts';
import { serviceFacts } from '../../src/reference/service-facts.ts';

function guards(request: Partial<GuardedRequest>): readonly string[] {
  const whole: GuardedRequest = {
    layer: 'scp',
    action: 's3:GetObject',
    resource: null,
    callerType: 'session',
    accounts: 'unknown',
    ...request,
  };
  return usualGuards(whole).map(({ id }) => id);
}

/** Keys of a service of which an action is named by the row. */
const SERVICE_KEYS = GUARD_ROWS.flatMap(({ keys, actions }) =>
  keys.filter((key) => !key.startsWith('aws:') && !key.includes('.com:')).map((key) => [key, actions] as const),
);

describe('the conditions that a Deny usually has', () => {
  it.each(SERVICE_KEYS)('%s is a key of an action that the row is for', (key, actions) => {
    const service = serviceFacts(key.slice(0, key.indexOf(':')));
    const matched = (service?.actionNames ?? []).filter((name) => actions?.test(`${service?.prefix}:${name}`) === true);
    expect(matched).not.toEqual([]);
    // AWS's pages write context-key for the name that follows.
    const named = key.replace('context-key', `${'$'}{EncryptionContextKey}`);
    expect(matched.filter((name) => service?.action(name)?.conditionKeys.includes(named))).not.toEqual([]);
  });

  it.each(GUARD_ROWS.flatMap(({ keys }) => keys.filter((key) => key.startsWith('aws:'))))(
    '%s is a global key',
    (key) => {
      expect(describeConditionKey(key)).toBeDefined();
    },
  );

  it.each<readonly [string, Partial<GuardedRequest>, readonly string[]]>([
    [
      'of an upload, encryption and ACL come first',
      { layer: 'resource', action: 's3:PutObject' },
      ['s3-encryption', 's3-acl', 'transport', 'principal', 'network', 'organization'],
    ],
    [
      'a caller of the bucket’s own account is in its organization',
      { layer: 'resource', accounts: 'same' },
      ['transport', 'principal', 'network'],
    ],
    [
      'the instance of a launch: its type, IMDSv2, tags, and the region',
      { action: 'ec2:RunInstances', resource: 'arn:aws:ec2:us-east-2:111122223333:instance/*' },
      ['instance-type', 'instance-metadata', 'request-tags', 'region', 'principal', 'network'],
    ],
    [
      'the volume of a launch: its encryption, not its type',
      { action: 'ec2:RunInstances', resource: 'arn:aws:ec2:us-east-2:111122223333:volume/*' },
      ['volume-encryption', 'request-tags', 'region', 'principal', 'network'],
    ],
    [
      'IAM has one endpoint: no guard of the region, and a new role is given a boundary',
      { action: 'iam:CreateRole' },
      ['permissions-boundary', 'request-tags', 'principal', 'network'],
    ],
    [
      'a key policy asks for an encryption context',
      { layer: 'resource', action: 'kms:Encrypt', accounts: 'same' },
      ['encryption-context', 'key-through-service', 'transport', 'principal', 'network'],
    ],
    [
      'a key that is only described has no encryption context',
      { layer: 'resource', action: 'kms:DescribeKey', accounts: 'same' },
      ['key-through-service', 'transport', 'principal', 'network'],
    ],
    [
      'a user can sign in with MFA',
      { layer: 'identity', callerType: 'user', action: 'ec2:StopInstances', resource: '*' },
      ['resource-tags', 'region', 'network', 'mfa'],
    ],
    ['a service calls from a network of its own', { layer: 'resource', callerType: 'service' }, ['network-of-service']],
    ['an endpoint keeps to an organization', { layer: 'endpoint' }, ['resource-organization', 'organization']],
  ])('%s', (_, request, expected) => {
    expect(guards(request)).toEqual(expected);
  });
});

describe('a call that an application makes without credentials', () => {
  it('cannot meet a condition on the organization of the caller', () => {
    const asked = { layer: 'rcp', action: 'cognito-identity:GetId' } as const;
    expect(guards({ ...asked, callerType: 'anonymous' })).toContain('organization-of-guests');
    expect(guards({ ...asked, callerType: 'anonymous' })).not.toContain('organization');
    expect(guards({ ...asked, callerType: 'session' })).toContain('organization');
  });
});
