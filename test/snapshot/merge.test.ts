import { describe, expect, it } from 'vitest';
import { mergeSnapshots } from '../../src/gather/snapshot/merge-snapshots.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import type { Snapshot } from '../../src/gather/snapshot/snapshot.ts';
import {
  ACCOUNT,
  DETAILS,
  errorOf,
  file,
  ORGANIZATION,
  ORGANIZATION_PART,
  OTHER,
  OU,
  outcome,
  output,
  POLICY,
  RCP,
  ROLE,
  SCP,
} from './fixtures.ts';

const merged = (...files: unknown[]): Snapshot => mergeSnapshots(files.map((one) => openSnapshot(one)));
const refused = { account: ACCOUNT, call: 'iam:ListRolePolicies', on: ROLE.Arn, code: 'AccessDenied', message: 'no' };
const request = (part: object, top: object = {}) =>
  file({ authorizationDetails: undefined, ...part }, { scope: 'request', ...top });
const roleOnly = (change: object) => request({ authorizationDetails: { RoleDetailList: [{ ...ROLE, ...change }] } });

describe('merging', () => {
  it('three people see together what none of them sees alone', () => {
    const caller = file({ organizationId: ORGANIZATION }, { callerIdentity: null });
    const owner = {
      denytrace: 'snapshot/1',
      scope: 'account',
      accounts: { [OTHER]: { authorizationDetails: {}, organizationId: null } },
    };
    const admin = { denytrace: 'snapshot/1', scope: 'request', organizations: { [ORGANIZATION]: ORGANIZATION_PART } };
    const all = merged(caller, owner, admin);
    expect(outcome(all, 'iam:GetRole', { RoleName: 'deployer' })).toBe('answered');
    expect(outcome(all, 'iam:GetRole', { RoleName: 'deployer' }, OTHER)).toBe('NoSuchEntityException');
    expect(outcome(all, 'organizations:DescribeOrganization', {}, OTHER)).toBe('AWSOrganizationsNotInUseException');
    expect(output(all, 'organizations:DescribeOrganization')).toMatchObject({
      Organization: { MasterAccountId: '999900001111' },
    });
    expect(outcome(all, 'organizations:ListPoliciesForTarget', { TargetId: OU, Filter: SCP })).toBe('answered');
  });

  it('known beats unknown in either order', () => {
    const blind = file({}, { unreadable: [refused], scope: 'request' });
    const seeing = file({}, { scope: 'request' });
    const input = { RoleName: 'deployer' };
    expect(outcome(merged(blind), 'iam:ListRolePolicies', input)).toBe('AccessDenied');
    expect(outcome(merged(blind, seeing), 'iam:ListRolePolicies', input)).toBe('answered');
    expect(outcome(merged(seeing, blind), 'iam:ListRolePolicies', input)).toBe('answered');
    expect(outcome(merged(blind, blind), 'iam:ListRolePolicies', input)).toBe('AccessDenied');
  });

  it('knowing that something does not exist beats a refusal, whoever lists everything', () => {
    const input = { RoleName: 'nobody' };
    const on = `arn:aws:iam::${ACCOUNT}:role/nobody`;
    const exact = { ...refused, call: 'iam:GetRole', on, input };
    for (const entry of [{ ...refused, call: 'iam:GetRole', on }, exact]) {
      const blind = file({ authorizationDetails: undefined }, { unreadable: [entry], scope: 'request' });
      for (const knowing of [file(), request({}, { absent: [on] })])
        for (const all of [merged(blind, knowing), merged(knowing, blind)])
          expect(outcome(all, 'iam:GetRole', input)).toBe('NoSuchEntityException');
      expect(outcome(merged(blind, request({})), 'iam:GetRole', input)).toBe('AccessDenied');
    }
  });

  it('a list that one file was refused does not make the other one partial', () => {
    const blind = file({}, { unreadable: [{ ...refused, call: 'iam:ListRoles', on: ACCOUNT }] });
    expect(outcome(merged(blind), 'iam:ListRoles')).toBe('AccessDenied');
    expect(outcome(merged(blind, file()), 'iam:ListRoles')).toBe('answered');
    expect(outcome(merged(blind, file()), 'iam:GetRole', { RoleName: 'nobody' })).toBe('NoSuchEntityException');
  });

  it('one may have read the SCPs of a level and another one its RCPs too', () => {
    const policies = {
      'p-guardrail': ORGANIZATION_PART.policies['p-guardrail'],
      'p-perimeter': {
        name: 'Perimeter',
        arn: 'arn:aws:organizations::999900001111:policy/p',
        type: RCP,
        document: {},
      },
    };
    const part = (organization: object, top: object = {}) =>
      request({}, { organizations: { [ORGANIZATION]: { enabledPolicyTypes: [SCP, RCP], ...organization } }, ...top });
    const scps = part(
      { policies: { 'p-guardrail': policies['p-guardrail'] }, attachments: { [OU]: ['p-guardrail'] } },
      {
        unreadable: [
          {
            account: ACCOUNT,
            call: 'organizations:ListPoliciesForTarget',
            on: OU,
            code: 'NotInSnapshot',
            input: { TargetId: OU, Filter: RCP },
          },
        ],
      },
    );
    const both = part({ policies, attachments: { [OU]: ['p-guardrail', 'p-perimeter'] } });
    for (const all of [merged(scps, both), merged(both, scps)])
      for (const [Filter, Id] of [
        [SCP, 'p-guardrail'],
        [RCP, 'p-perimeter'],
      ] as const)
        expect(output(all, 'organizations:ListPoliciesForTarget', { TargetId: OU, Filter })).toMatchObject({
          Policies: [{ Id }],
        });
  });

  it('fields that one file leaves out come from the other', () => {
    const { AssumeRolePolicyDocument: trust, ...untold } = ROLE;
    const all = merged(
      request({ authorizationDetails: { RoleDetailList: [untold] } }),
      roleOnly({ MaxSessionDuration: 7200 }),
    );
    expect(output(all, 'iam:GetRole', { RoleName: 'deployer' })).toMatchObject({
      Role: { AssumeRolePolicyDocument: trust, MaxSessionDuration: 7200 },
    });
  });

  it('the organization is put together from parts', () => {
    const { parents, ...rest } = ORGANIZATION_PART;
    const part = (organization: object) => request({}, { organizations: { [ORGANIZATION]: organization } });
    const all = merged(part({ parents }), part(rest));
    expect(outcome(all, 'organizations:ListPoliciesForTarget', { TargetId: OU, Filter: SCP })).toBe('answered');
  });

  it.each([
    [
      'a trust policy',
      roleOnly({}),
      roleOnly({ AssumeRolePolicyDocument: { Statement: [] } }),
      '/accounts/111122223333/authorizationDetails/RoleDetailList/0',
    ],
    [
      'a boundary',
      roleOnly({}),
      roleOnly({ PermissionsBoundary: { PermissionsBoundaryArn: POLICY.Arn } }),
      '/accounts/111122223333/authorizationDetails/RoleDetailList/0',
    ],
    [
      'an inline policy',
      roleOnly({}),
      roleOnly({ RolePolicyList: [{ PolicyName: 'Inline', PolicyDocument: {} }] }),
      '/accounts/111122223333/authorizationDetails/RoleDetailList/0/RolePolicyList/0/PolicyDocument',
    ],
    [
      'attached policies',
      roleOnly({}),
      roleOnly({ AttachedManagedPolicies: [] }),
      '/accounts/111122223333/authorizationDetails/RoleDetailList/0',
    ],
    [
      'membership',
      request({ organizationId: null }),
      request({ organizationId: 'o-otherother' }),
      '/accounts/111122223333/organizationId',
    ],
    [
      'whether a role exists',
      file({ authorizationDetails: {} }),
      roleOnly({}),
      '/accounts/111122223333/authorizationDetails/RoleDetailList/0',
    ],
    ['whether a role is gone', roleOnly({}), request({}, { absent: [ROLE.Arn] }), '/absent/0'],
    [
      'the same list in another order of files',
      roleOnly({}),
      file({ authorizationDetails: {} }),
      '/accounts/111122223333/authorizationDetails/RoleDetailList/0',
    ],
  ])('two different values are an error: %s', (_what, one, other, pointer) => {
    const error = errorOf(() => merged(one, other));
    expect(error.pointer).toBe(pointer);
    expect(error.message).toMatch(/^The snapshots disagree about .+: leave one of them out, or record both again\.$/);
  });

  it('an edited control policy is an error, as are two ways up that lead in a circle', () => {
    const part = (organization: object) => request({}, { organizations: { [ORGANIZATION]: organization } });
    const policies = { 'p-guardrail': { ...ORGANIZATION_PART.policies['p-guardrail'], document: {} } };
    expect(errorOf(() => merged(part(ORGANIZATION_PART), part({ policies }))).pointer).toBe(
      `/organizations/${ORGANIZATION}/policies/p-guardrail`,
    );
    const circle = [part({ parents: { 'ou-a': 'ou-b' } }), part({ parents: { 'ou-b': 'ou-a' } })];
    expect(errorOf(() => merged(...circle)).message).toContain('lead back to itself');
  });

  it('the same thing written differently is the same', () => {
    const tags = [
      { Key: 'a', Value: '1' },
      { Key: 'b', Value: '2' },
    ];
    const one = roleOnly({
      Tags: tags,
      CreateDate: '2026-01-01T00:00:00Z',
      AssumeRolePolicyDocument: { Statement: [] },
    });
    const other = roleOnly({
      Tags: [...tags].reverse(),
      CreateDate: '2026-01-01T00:00:00+00:00',
      AssumeRolePolicyDocument: '%7B%22Statement%22%3A%5B%5D%7D',
    });
    expect(outcome(merged(one, other), 'iam:GetRole', { RoleName: 'deployer' })).toBe('answered');
  });

  it('clock, identity and incident are those of whoever had the incident', () => {
    const identity = (name: string) => ({
      Account: ACCOUNT,
      Arn: `arn:aws:iam::${ACCOUNT}:user/${name}`,
      UserId: name,
    });
    const incident = { text: 'denied', context: {}, options: {} };
    const admin = request({}, { takenAt: '2026-11-01T00:00:00Z', callerIdentity: identity('admin') });
    const caller = request({}, { takenAt: '2026-11-02T00:00:00Z', callerIdentity: identity('ana'), incident });
    const all = merged(admin, caller);
    expect(all).toMatchObject({
      incident,
      callerIdentity: { UserId: 'ana' },
      takenAt: new Date('2026-11-02T00:00:00Z'),
    });
    expect(merged(admin, request({}))).toMatchObject({ incident: null, callerIdentity: { UserId: 'admin' } });
    // Whoever had the incident was not the admin: who it was is not known then.
    expect(merged(admin, request({}, { incident }))).toMatchObject({ incident, callerIdentity: null });
  });

  it('one snapshot is itself, and none is an error', () => {
    const only = openSnapshot(file());
    expect(mergeSnapshots([only])).toBe(only);
    expect(errorOf(() => mergeSnapshots([])).message).toBe('There is no snapshot to merge: pass at least one.');
    expect(outcome(merged(file(), file({ authorizationDetails: DETAILS })), 'iam:ListRoles')).toBe('answered');
  });
});
