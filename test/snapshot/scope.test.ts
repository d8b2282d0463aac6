import { describe, expect, it } from 'vitest';
import { ACCOUNT, ask, file, ORGANIZATION, OTHER, outcome, POLICY, ROLE } from './fixtures.ts';

const NONE = 'NoSuchEntityException';
const UNKNOWN = 'NotInSnapshot';
const arn = (resource: string, account = ACCOUNT) => `arn:aws:iam::${account}:${resource}`;

/** What is asked, and the outcome in scope account, in scope request, and in scope request with the entity in `absent`. */
const rows = [
  ['iam:GetRole', { RoleName: 'deployer' }, arn('role/other'), 'answered', 'answered', 'answered'],
  ['iam:GetRole', { RoleName: 'nobody' }, arn('role/nobody'), NONE, UNKNOWN, NONE],
  // Another role may have the name under another path.
  ['iam:GetRole', { RoleName: 'nobody' }, arn('role/x/nobody'), NONE, UNKNOWN, UNKNOWN],
  ['iam:ListRolePolicies', { RoleName: 'nobody' }, arn('role/nobody'), NONE, UNKNOWN, NONE],
  ['iam:ListAttachedRolePolicies', { RoleName: 'nobody' }, arn('role/nobody'), NONE, UNKNOWN, NONE],
  ['iam:GetRolePolicy', { RoleName: 'nobody', PolicyName: 'Inline' }, arn('role/nobody'), NONE, UNKNOWN, NONE],
  [
    'iam:GetRolePolicy',
    { RoleName: 'deployer', PolicyName: 'Inline' },
    arn('role/x'),
    'answered',
    'answered',
    'answered',
  ],
  ['iam:GetRolePolicy', { RoleName: 'deployer', PolicyName: 'None' }, arn('role/x'), NONE, NONE, NONE],
  ['iam:GetUser', { UserName: 'nobody' }, arn('user/nobody'), NONE, UNKNOWN, NONE],
  ['iam:ListGroupsForUser', { UserName: 'nobody' }, arn('user/nobody'), NONE, UNKNOWN, NONE],
  ['iam:ListGroupPolicies', { GroupName: 'nobody' }, arn('group/nobody'), NONE, UNKNOWN, NONE],
  ['iam:GetPolicy', { PolicyArn: POLICY.Arn }, arn('policy/x'), 'answered', 'answered', 'answered'],
  ['iam:GetPolicy', { PolicyArn: arn('policy/None') }, arn('policy/None'), NONE, UNKNOWN, NONE],
  ['iam:GetPolicy', { PolicyArn: arn('policy/Missing') }, arn('policy/x'), UNKNOWN, UNKNOWN, UNKNOWN],
  [
    'iam:GetPolicy',
    { PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
    arn('policy/x'),
    UNKNOWN,
    UNKNOWN,
    UNKNOWN,
  ],
  ['iam:GetPolicyVersion', { PolicyArn: POLICY.Arn, VersionId: 'v9' }, arn('policy/x'), UNKNOWN, UNKNOWN, UNKNOWN],
  ['iam:ListRoles', {}, arn('role/x'), 'answered', UNKNOWN, UNKNOWN],
  ['iam:ListUsers', {}, arn('role/x'), 'answered', UNKNOWN, UNKNOWN],
  ['iam:GetInstanceProfile', { InstanceProfileName: 'web' }, arn('instance-profile/web'), UNKNOWN, UNKNOWN, NONE],
  ['iam:ListOpenIDConnectProviders', {}, arn('role/x'), UNKNOWN, UNKNOWN, UNKNOWN],
  ['iam:ListAccessKeys', { UserName: 'ana' }, arn('role/x'), UNKNOWN, UNKNOWN, UNKNOWN],
  ['iam:ListAccountAliases', {}, arn('role/x'), UNKNOWN, UNKNOWN, UNKNOWN],
] as const;

describe('absence', () => {
  it.each(rows)('%s %j', (call, input, absent, whole, partial, stated) => {
    expect(outcome(file(), call, input)).toBe(whole);
    expect(outcome(file({}, { scope: 'request' }), call, input)).toBe(partial);
    expect(outcome(file({}, { scope: 'request', absent: [absent] }), call, input)).toBe(stated);
  });

  it('is never known of an account that is not listed', () => {
    for (const [call, input] of rows) expect(outcome(file(), call, input, OTHER)).toBe(UNKNOWN);
  });

  it('is never known of an account whose details are not in the file', () => {
    const nothingRead = file({ authorizationDetails: undefined, organizationId: ORGANIZATION });
    for (const [call, input] of rows) expect(outcome(nothingRead, call, input)).toBe(UNKNOWN);
  });

  const listed = { oidcProviders: {}, samlProviders: {}, instanceProfiles: {}, resourcePolicies: {} };
  it.each([
    ['iam:GetInstanceProfile', { InstanceProfileName: 'web' }, NONE],
    ['iam:GetOpenIDConnectProvider', { OpenIDConnectProviderArn: arn('oidc-provider/idp') }, NONE],
    ['iam:GetSAMLProvider', { SAMLProviderArn: arn('saml-provider/idp') }, NONE],
    ['iam:ListOpenIDConnectProviders', {}, 'answered'],
    ['iam:ListSAMLProviders', {}, 'answered'],
    ['snapshot:ResourcePolicy', { ResourceArn: 'arn:aws:s3:::bucket' }, 'answered'],
  ])('%s: an empty list of a whole account is knowledge, a missing one is not', (call, input, whole) => {
    expect(outcome(file(listed), call, input)).toBe(whole);
    expect(outcome(file(listed, { scope: 'request' }), call, input)).toBe(UNKNOWN);
    expect(outcome(file(), call, input)).toBe(UNKNOWN);
  });

  it('says of a resource without a policy that it has none', () => {
    const resource = { ResourceArn: 'arn:aws:sqs:eu-west-1:111122223333:orders' };
    const none = { status: 'answered', account: ACCOUNT, output: { Policy: null } };
    expect(ask(file({ resourcePolicies: {} }), 'snapshot:ResourcePolicy', resource)).toEqual(none);
    const stated = file({ resourcePolicies: { [resource.ResourceArn]: null } }, { scope: 'request' });
    expect(ask(stated, 'snapshot:ResourcePolicy', resource)).toMatchObject(none);
  });

  it('says it in the words of IAM', () => {
    expect(ask(file(), 'iam:GetRole', { RoleName: 'nobody' })).toEqual({
      status: 'refused',
      account: ACCOUNT,
      code: NONE,
      message: 'The role with name nobody cannot be found.',
    });
  });

  it('says of what it does not hold that AWS may know', () => {
    expect(ask(file(), 'iam:GetRole', { RoleName: 'deployer' }, OTHER)).toEqual({
      status: 'refused',
      account: OTHER,
      code: UNKNOWN,
      message: `The snapshot has no answer to iam:GetRole about deployer in ${OTHER}.`,
    });
  });

  it('of the same name under another path says nothing about the listed entity', () => {
    const both = file({}, { absent: [arn('role/deployer')] });
    expect(outcome(both, 'iam:GetRole', { RoleName: ROLE.RoleName })).toBe('answered');
  });
});
