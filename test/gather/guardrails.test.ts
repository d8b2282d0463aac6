import { describe, expect, it } from 'vitest';
import { ASSUME, denied, facts, gap, names } from './facts.ts';
import { question, SESSION, TARGET } from './questions.ts';
import { CALLER, INNER, MANAGEMENT, ORGANIZATION, OUTER, OWNER, RCP, ROOT, role, SCP } from './world.ts';

describe('guardrails', () => {
  it('are read from the root to the account, the SCPs of the caller and the RCPs of the resource', async () => {
    const { policies, callerOrganization } = await facts(ASSUME);
    expect(names(policies.scp)).toEqual([
      ['Root', ['FullAWSAccess']],
      ['Workloads', ['FullAWSAccess', 'Guardrail']],
      ['Build', ['FullAWSAccess']],
      [CALLER, ['FullAWSAccess']],
    ]);
    expect(names(policies.rcp)).toEqual([
      ['Root', ['Perimeter']],
      [OWNER, []],
    ]);
    expect(callerOrganization).toMatchObject({
      value: {
        organizationId: ORGANIZATION,
        managementAccountId: MANAGEMENT,
        path: { value: [{ id: ROOT }, { id: OUTER }, { id: INNER, name: 'Build' }, { id: CALLER }] },
      },
    });
  });

  it('do not limit the management account', async () => {
    const { policies } = await facts(question(SESSION.replace(CALLER, MANAGEMENT), 'sts:AssumeRole', TARGET));
    expect(policies.scp).toEqual({
      status: 'absent',
      call: 'organizations:DescribeOrganization',
      on: MANAGEMENT,
    });
    const owned = await facts(question(SESSION, 'sts:AssumeRole', TARGET.replace(OWNER, MANAGEMENT)));
    expect(owned.policies.rcp.status).toBe('absent');
  });

  it('say nothing while it is unknown which account is the management account', async () => {
    const { policies } = await facts(ASSUME, (file) => {
      delete file.organizations[ORGANIZATION].managementAccountId;
    });
    expect(policies.scp).toMatchObject(gap({ permission: 'organizations:DescribeOrganization', layer: 'scp' }));
    expect(policies.rcp).toMatchObject(gap({ permission: 'organizations:DescribeOrganization', layer: 'rcp' }));
  });

  it('are unknown where only the id of the organization is told, which conditions can use all the same', async () => {
    const { policies, callerOrganization } = await facts(ASSUME, (file) => {
      file.organizations = {};
    });
    expect(callerOrganization).toMatchObject({
      status: 'known',
      value: { organizationId: ORGANIZATION, managementAccountId: null, path: { status: 'unreadable' } },
    });
    expect(policies.scp).toMatchObject(gap({ permission: 'organizations:DescribeOrganization', layer: 'scp' }));
  });

  it('of a type that is not enabled are absent, whatever is attached', async () => {
    const { policies } = await facts(ASSUME, (file) => {
      file.organizations[ORGANIZATION].enabledPolicyTypes = [SCP];
    });
    expect(policies.rcp).toEqual({ status: 'absent', call: 'organizations:ListRoots', on: ROOT });
    expect(policies.scp.status).toBe('known');
  });

  it('are unknown where an answer does not tell which types are enabled', async () => {
    const { policies } = await facts(ASSUME, (file) => {
      const Roots = [
        { Id: ROOT, Arn: `arn:aws:organizations::${MANAGEMENT}:root/${ORGANIZATION}/${ROOT}`, Name: 'Root' },
      ];
      file['reads'] = [CALLER, OWNER].map((account) => ({
        account,
        call: 'organizations:ListRoots',
        input: {},
        answer: { Roots },
      }));
      file.organizations[ORGANIZATION].attachments = {};
    });
    expect([policies.scp.status, policies.rcp.status]).not.toContain('absent');
  });

  it('are absent where only that is known: no type is enabled, and no id of the tree is told', async () => {
    const { policies } = await facts(ASSUME, (file) => {
      file.organizations[ORGANIZATION] = { managementAccountId: MANAGEMENT, enabledPolicyTypes: [] };
    });
    expect(policies.scp).toEqual({ status: 'absent', call: 'organizations:ListRoots', on: ORGANIZATION });
  });

  it('without any id of the tree have unreadable levels, none of them without a name', async () => {
    const { policies } = await facts(ASSUME, (file) => {
      file.organizations[ORGANIZATION] = { managementAccountId: MANAGEMENT, enabledPolicyTypes: [SCP, RCP] };
    });
    expect(policies.scp).toMatchObject(gap({ account: MANAGEMENT, who: 'organization-admin' }));
  });

  it('with enablement unknown are read, and levels without a policy are gaps', async () => {
    const { policies } = await facts(ASSUME, (file) => {
      delete file.organizations[ORGANIZATION].enabledPolicyTypes;
    });
    expect(policies.scp.status).toBe('unreadable');
  });

  it('are absent in no organization and under consolidated billing', async () => {
    const alone = await facts(ASSUME, (file) => {
      file.accounts[CALLER].organizationId = null;
      delete file.organizations[ORGANIZATION].parents[CALLER];
    });
    expect(alone.policies.scp).toMatchObject({ status: 'absent', call: 'organizations:DescribeOrganization' });
    expect(alone.callerOrganization.status).toBe('absent');
    const billing = await facts(ASSUME, (file) => {
      file.organizations[ORGANIZATION].featureSet = 'CONSOLIDATED_BILLING';
    });
    expect([billing.policies.scp.status, billing.policies.rcp.status]).toEqual(['absent', 'absent']);
  });

  it('are unreadable where the organization itself is', async () => {
    const { policies, callerOrganization } = await facts(ASSUME, (file) => {
      file.organizations = {};
      for (const account of [CALLER, OWNER]) delete file.accounts[account].organizationId;
    });
    expect(callerOrganization).toMatchObject(gap({ permission: 'organizations:DescribeOrganization' }));
    expect(policies.scp).toMatchObject(gap({ layer: 'scp', account: CALLER }));
    expect(policies.rcp).toMatchObject(gap({ layer: 'rcp', account: OWNER }));
  });

  it('that a member account may not read say where and by whom they can be', async () => {
    const { policies, resourceOrganization } = await facts(ASSUME, (file) => {
      const { managementAccountId, featureSet } = file.organizations[ORGANIZATION];
      file.organizations[ORGANIZATION] = { managementAccountId, featureSet };
      file['unreadable'] = [CALLER, OWNER].flatMap((account) =>
        ['DescribeAccount', 'ListParents', 'ListPoliciesForTarget', 'ListRoots'].map((call) =>
          denied(account, `organizations:${call}`, account),
        ),
      );
    });
    const expected = {
      kind: 'refused',
      permission: 'organizations:ListPoliciesForTarget',
      account: MANAGEMENT,
      who: 'organization-admin',
      code: 'AccessDenied',
    };
    expect(policies.scp).toMatchObject(
      gap({ ...expected, layer: 'scp', what: `the service control policies of ${CALLER}` }),
    );
    expect(policies.rcp).toMatchObject(
      gap({ ...expected, layer: 'rcp', what: `the resource control policies of ${OWNER}` }),
    );
    expect(resourceOrganization).toMatchObject({ status: 'known', value: { organizationId: ORGANIZATION } });
  });

  it('on a level without attachments in the file are a gap of this level', async () => {
    const { policies } = await facts(ASSUME, (file) => {
      delete file.organizations[ORGANIZATION].attachments[OUTER];
    });
    expect(policies.scp).toMatchObject({
      status: 'known',
      value: [
        { id: ROOT, gaps: [] },
        { id: OUTER, policies: [], gaps: [{ account: MANAGEMENT, who: 'organization-admin' }] },
        { id: INNER, gaps: [] },
        { id: CALLER, gaps: [] },
      ],
    });
  });

  it('above an unknown parent are a level of their own', async () => {
    const { policies, callerOrganization } = await facts(ASSUME, (file) => {
      delete file.organizations[ORGANIZATION].parents[OUTER];
    });
    expect(policies.scp).toMatchObject({
      value: [
        { id: ROOT, gaps: [] },
        { id: 'unread', gaps: [{ permission: 'organizations:ListParents' }] },
        { id: OUTER },
        { id: INNER },
        { id: CALLER },
      ],
    });
    expect(callerOrganization).toMatchObject({ value: { path: { status: 'unreadable' } } });
  });

  it('do not limit service-linked roles', async () => {
    const name = 'AWSServiceRoleForSupport';
    const asked = question(`arn:aws:sts::${CALLER}:assumed-role/${name}/x`, 's3:GetObject', 'arn:aws:s3:::artifacts/a');
    const linked = await facts(asked, (file) => {
      const path = '/aws-service-role/support.amazonaws.com/';
      file.accounts[CALLER].authorizationDetails.RoleDetailList.push(role(CALLER, path, name));
    });
    expect([linked.policies.scp.status, linked.policies.rcp.status]).toEqual(['absent', 'absent']);
    const unread = await facts(asked, (file) => {
      file['unreadable'] = [denied(CALLER, 'iam:GetRole', `arn:aws:iam::${CALLER}:role/${name}`)];
    });
    expect(unread.policies.scp).toMatchObject(gap({ what: `whether ${name} is a service-linked role` }));
  });
});
