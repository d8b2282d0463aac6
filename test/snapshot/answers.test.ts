import { describe, expect, it } from 'vitest';
import { ACCOUNT, DETAILS, DOCUMENT, file, GROUP, OTHER, outcome, output, POLICY, ROLE, USER } from './fixtures.ts';

const { RolePolicyList: _inline, AttachedManagedPolicies: attached, ...ownRole } = ROLE;

describe('answers of a file', () => {
  it.each([
    ['iam:GetRole', { RoleName: 'deployer' }, { Role: { ...ownRole, Tags: [] } }],
    ['iam:ListAttachedRolePolicies', { RoleName: 'deployer' }, { AttachedPolicies: attached }],
    ['iam:ListRolePolicies', { RoleName: 'deployer' }, { PolicyNames: ['Inline'] }],
    [
      'iam:GetRolePolicy',
      { RoleName: 'deployer', PolicyName: 'Inline' },
      { RoleName: 'deployer', PolicyName: 'Inline', PolicyDocument: DOCUMENT },
    ],
    ['iam:ListUserPolicies', { UserName: 'ana' }, { PolicyNames: [] }],
    ['iam:ListAttachedUserPolicies', { UserName: 'ana' }, { AttachedPolicies: [] }],
    [
      'iam:ListGroupsForUser',
      { UserName: 'ana' },
      { Groups: [{ Arn: GROUP.Arn, GroupName: 'builders', Path: '/teams/', GroupId: GROUP.GroupId }] },
    ],
    ['iam:ListGroupPolicies', { GroupName: 'builders' }, { PolicyNames: ['Build'] }],
    [
      'iam:GetPolicyVersion',
      { PolicyArn: POLICY.Arn, VersionId: 'v1' },
      { PolicyVersion: { VersionId: 'v1', IsDefaultVersion: false, Document: DOCUMENT } },
    ],
    [
      'iam:ListPolicyVersions',
      { PolicyArn: POLICY.Arn },
      {
        Versions: [
          { VersionId: 'v2', IsDefaultVersion: true },
          { VersionId: 'v1', IsDefaultVersion: false },
        ],
      },
    ],
    ['iam:ListRoles', {}, { Roles: [{ ...ownRole, Tags: [] }] }],
  ])('%s %j', (call, input, expected) => {
    expect(output(file(), call, input)).toEqual(expected);
  });

  it('GetPolicy has everything but the versions', () => {
    const { PolicyVersionList: _versions, ...own } = POLICY;
    expect(output(file(), 'iam:GetPolicy', { PolicyArn: POLICY.Arn })).toEqual({ Policy: own });
  });

  it('a default version may be marked, or be the only one; without any the policy is not known', () => {
    const asked = (policy: object) =>
      outcome(file({ authorizationDetails: { Policies: [policy] } }), 'iam:GetPolicy', { PolicyArn: POLICY.Arn });
    const { DefaultVersionId: _id, PolicyVersionList: versions, ...rest } = POLICY;
    expect(asked({ ...rest, PolicyVersionList: versions })).toBe('answered');
    expect(asked({ ...rest, PolicyVersionList: [{ VersionId: 'v1', Document: DOCUMENT }] })).toBe('answered');
    expect(asked(rest)).toBe('NotInSnapshot');
  });

  it('documents are the same as objects, as JSON and as URL-encoded JSON', () => {
    const json = JSON.stringify(DOCUMENT);
    for (const PolicyDocument of [DOCUMENT, json, encodeURIComponent(json)]) {
      const part = {
        authorizationDetails: { RoleDetailList: [{ ...ROLE, RolePolicyList: [{ PolicyName: 'P', PolicyDocument }] }] },
      };
      const answer = output(file(part), 'iam:GetRolePolicy', { RoleName: 'deployer', PolicyName: 'P' });
      expect(answer).toMatchObject({ PolicyDocument: DOCUMENT });
    }
  });

  it('an inline policy without a document is on the list and cannot be read', () => {
    const part = { authorizationDetails: { RoleDetailList: [{ ...ROLE, RolePolicyList: [{ PolicyName: 'P' }] }] } };
    expect(output(file(part), 'iam:ListRolePolicies', { RoleName: 'deployer' })).toEqual({ PolicyNames: ['P'] });
    expect(outcome(file(part), 'iam:GetRolePolicy', { RoleName: 'deployer', PolicyName: 'P' })).toBe('NotInSnapshot');
  });

  it('a role without a trust policy in the file has none in the answer, so that it stays unknown', () => {
    const { AssumeRolePolicyDocument: _trust, ...untold } = ROLE;
    const answer = output(file({ authorizationDetails: { RoleDetailList: [untold] } }), 'iam:GetRole', {
      RoleName: 'deployer',
    });
    expect(answer).not.toHaveProperty('Role.AssumeRolePolicyDocument');
  });

  it('a group that is not in the file is a group still, and its policies are not known', () => {
    const part = { authorizationDetails: { UserDetailList: [{ ...USER, GroupList: ['ghosts'] }] } };
    const whole = file(part);
    expect(output(whole, 'iam:ListGroupsForUser', { UserName: 'ana' })).toEqual({
      Groups: [{ GroupName: 'ghosts', Arn: `arn:aws:iam::${ACCOUNT}:group/ghosts` }],
    });
    expect(outcome(whole, 'iam:ListGroupPolicies', { GroupName: 'ghosts' })).toBe('NotInSnapshot');
  });

  it('an AWS-managed policy of one account is the same in another', () => {
    const Arn = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
    const managed = { ...POLICY, Arn };
    const both = file({ authorizationDetails: { ...DETAILS, Policies: [managed] } });
    expect(outcome(both, 'iam:GetPolicy', { PolicyArn: Arn }, OTHER)).toBe('answered');
  });

  it('providers and instance profiles are known by ARN, and by name', () => {
    const arn = `arn:aws:iam::${ACCOUNT}:oidc-provider/idp.example.com`;
    const profile = { InstanceProfileName: 'web', Arn: `arn:aws:iam::${ACCOUNT}:instance-profile/web`, Roles: [] };
    const parts = file({
      oidcProviders: { [arn]: { Url: 'idp.example.com' } },
      instanceProfiles: { [profile.Arn]: profile },
    });
    expect(output(parts, 'iam:GetOpenIDConnectProvider', { OpenIDConnectProviderArn: arn })).toEqual({
      Url: 'idp.example.com',
    });
    expect(output(parts, 'iam:ListOpenIDConnectProviders')).toEqual({ OpenIDConnectProviderList: [{ Arn: arn }] });
    expect(output(parts, 'iam:GetInstanceProfile', { InstanceProfileName: 'web' })).toEqual({
      InstanceProfile: profile,
    });
  });

  it('decoded messages are found by the encoded one; the decoded may be an object or text', () => {
    const decoded = { allowed: false };
    const top = { decodedMessages: { abc: decoded, def: JSON.stringify(decoded) } };
    for (const EncodedMessage of ['abc', 'def'])
      expect(output(file({}, top), 'sts:DecodeAuthorizationMessage', { EncodedMessage })).toEqual({
        DecodedMessage: '{"allowed":false}',
      });
  });

  it('the caller identity answers for its own account, and where no account is asked for', () => {
    const identity = { Account: ACCOUNT, Arn: USER.Arn, UserId: USER.UserId };
    const known = file({}, { callerIdentity: identity });
    expect(output(known, 'sts:GetCallerIdentity', {}, null)).toEqual(identity);
    expect(output(known, 'sts:GetCallerIdentity')).toEqual(identity);
    expect(outcome(known, 'sts:GetCallerIdentity', {}, OTHER)).toBe('NotInSnapshot');
    expect(outcome(file({}, { callerIdentity: null }), 'sts:GetCallerIdentity', {}, null)).toBe('NotInSnapshot');
  });

  it('a recorded read is answered as it was, whatever the order of its input and its paging', () => {
    const read = { account: ACCOUNT, call: 'iam:ListX', input: { B: '1', A: '2' }, answer: { Some: 'thing' } };
    const known = file({}, { reads: [read] });
    expect(output(known, 'iam:ListX', { A: '2', B: '1', MaxItems: 100 })).toEqual({ Some: 'thing' });
    expect(outcome(known, 'iam:ListX', { A: '2' })).toBe('NotInSnapshot');
  });
});
