import { describe, expect, it } from 'vitest';
import {
  ACCOUNT,
  ask,
  file,
  GROUP,
  ORGANIZATION,
  OU,
  outcome,
  output,
  POLICY,
  RCP,
  ROLE,
  ROOT,
  SCP,
  USER,
  withOrganization,
} from './fixtures.ts';

const unreadable = (call: string, on: string, more: object = {}) => ({
  unreadable: [{ account: ACCOUNT, call, on, code: 'AccessDenied', message: 'no', ...more }],
});

describe('an unreadable entry', () => {
  it.each([
    ['iam:GetRole', ROLE.Arn, { RoleName: 'deployer' }],
    ['iam:GetRole', 'arn:aws:sts::111122223333:assumed-role/deployer/build-42', { RoleName: 'deployer' }],
    ['iam:GetRole', '*', { RoleName: 'deployer' }],
    ['iam:GetRole', ACCOUNT, { RoleName: 'deployer' }],
    ['iam:ListAttachedRolePolicies', ROLE.Arn, { RoleName: 'deployer' }],
    ['iam:ListRolePolicies', ROLE.Arn, { RoleName: 'deployer' }],
    ['iam:GetRolePolicy', ROLE.Arn, { RoleName: 'deployer', PolicyName: 'Inline' }],
    ['iam:GetUser', USER.Arn, { UserName: 'ana' }],
    ['iam:ListGroupsForUser', USER.Arn, { UserName: 'ana' }],
    ['iam:ListGroupPolicies', GROUP.Arn, { GroupName: 'builders' }],
    ['iam:GetPolicy', POLICY.Arn, { PolicyArn: POLICY.Arn }],
    ['iam:GetPolicyVersion', POLICY.Arn, { PolicyArn: POLICY.Arn, VersionId: 'v2' }],
    ['iam:ListRoles', ACCOUNT, {}],
    ['iam:GetRole', 'arn:aws:iam::111122223333:role/x/nobody', { RoleName: 'nobody' }],
  ])('%s on %s hides what the file holds, and what it would know to be absent', (call, on, input) => {
    expect(ask(file({}, unreadable(call, on)), call, input)).toEqual({
      status: 'refused',
      account: ACCOUNT,
      code: 'AccessDenied',
      message: 'no',
    });
  });

  it.each([
    ['organizations:ListPoliciesForTarget', OU, { TargetId: OU, Filter: SCP }],
    ['organizations:ListPoliciesForTarget', ACCOUNT, { TargetId: ACCOUNT, Filter: SCP }],
    ['organizations:ListParents', OU, { ChildId: OU }],
    ['organizations:DescribeAccount', ACCOUNT, { AccountId: ACCOUNT }],
    ['organizations:DescribePolicy', 'p-guardrail', { PolicyId: 'p-guardrail' }],
    ['organizations:DescribeOrganizationalUnit', OU, { OrganizationalUnitId: OU }],
    ['organizations:DescribeOrganization', ACCOUNT, {}],
    ['organizations:ListRoots', ACCOUNT, {}],
  ])('%s on %s', (call, on, input) => {
    const attachments = { [OU]: ['p-guardrail'], [ACCOUNT]: ['p-guardrail'], [ROOT]: ['p-guardrail'] };
    expect(outcome(withOrganization({ attachments }), call, input)).toBe('answered');
    expect(outcome(withOrganization({ attachments }, unreadable(call, on)), call, input)).toBe('AccessDenied');
  });

  it('leaves what other reads bring', () => {
    const known = file({}, unreadable('iam:GetRole', ROLE.Arn));
    expect(outcome(known, 'iam:ListRolePolicies', { RoleName: 'deployer' })).toBe('answered');
    expect(outcome(known, 'iam:GetUser', { UserName: 'ana' })).toBe('answered');
  });

  it('of one input leaves the others', () => {
    const input = { TargetId: OU, Filter: RCP };
    const known = withOrganization(
      { enabledPolicyTypes: [SCP, RCP] },
      unreadable('organizations:ListPoliciesForTarget', OU, { input }),
    );
    expect(outcome(known, 'organizations:ListPoliciesForTarget', input)).toBe('AccessDenied');
    expect(outcome(known, 'organizations:ListPoliciesForTarget', { ...input, Filter: SCP })).toBe('answered');
  });

  it('of a whole dump leaves nothing absent', () => {
    const known = file({}, unreadable('iam:GetAccountAuthorizationDetails', ACCOUNT));
    expect(outcome(known, 'iam:GetRole', { RoleName: 'nobody' })).toBe('NotInSnapshot');
    expect(outcome(known, 'iam:ListRoles')).toBe('NotInSnapshot');
    expect(outcome(known, 'iam:GetRole', { RoleName: 'deployer' })).toBe('answered');
  });

  it('of the tags leaves the entity unknown, because its tags come with it', () => {
    const known = file({}, unreadable('iam:ListRoleTags', ROLE.Arn));
    expect(outcome(known, 'iam:GetRole', { RoleName: 'deployer' })).toBe('AccessDenied');
  });

  it('of one role makes the list of all roles unknown', () => {
    const known = file({}, unreadable('iam:GetRole', ROLE.Arn));
    expect(outcome(known, 'iam:ListRoles')).toBe('NotInSnapshot');
  });

  it('of the parents leaves the way from the root unknown', () => {
    const known = withOrganization({}, unreadable('organizations:ListParents', OU));
    expect(outcome(known, 'organizations:DescribeAccount', { AccountId: ACCOUNT })).toBe('NotInSnapshot');
    expect(outcome(known, 'organizations:ListParents', { ChildId: ACCOUNT })).toBe('answered');
  });

  it('of the roots leaves open which policy types are enabled', () => {
    const known = withOrganization({}, unreadable('organizations:ListRoots', ROOT));
    expect(outcome(known, 'organizations:ListPoliciesForTarget', { TargetId: OU, Filter: SCP })).toBe('NotInSnapshot');
    expect(output(known, 'organizations:DescribeOrganization')).toMatchObject({ Organization: { Id: ORGANIZATION } });
  });

  it('keeps the option that would open it', () => {
    const known = file({}, unreadable('iam:GetRole', ROLE.Arn, { option: '--account-profile' }));
    expect(ask(known, 'iam:GetRole', { RoleName: 'deployer' })).toMatchObject({ option: '--account-profile' });
  });
});
