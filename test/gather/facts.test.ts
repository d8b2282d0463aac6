import { describe, expect, it } from 'vitest';
import { gather } from '../../src/gather/gather.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { snapshotReader } from '../../src/gather/snapshot/snapshot-reader.ts';
import type { Facts } from '../../src/model/facts.ts';
import type { LayerFact } from '../../src/model/policy.ts';
import type { Question } from '../../src/model/question.ts';
import { NOTHING_GIVEN, question, ROLE, SESSION, SSO_SESSION, TARGET, USER } from './questions.ts';
import {
  allow,
  CALLER,
  DELETED,
  INNER,
  ISSUER,
  MANAGEMENT,
  managed,
  ORGANIZATION,
  OUTER,
  OWNER,
  RCP,
  ROOT,
  role,
  SCP,
  SSO_NAME,
  trust,
  type WorldFile,
  worldFile,
} from './world.ts';

function facts(asked: Question, change?: (file: WorldFile) => void): Promise<Facts> {
  return gather(asked, snapshotReader(openSnapshot(worldFile(change))), NOTHING_GIVEN);
}

const ASSUME = question(SESSION, 'sts:AssumeRole', TARGET);
const denied = (account: string, call: string, on: string) => ({
  account,
  call,
  on,
  code: 'AccessDenied',
  message: 'no',
});
const gap = (more: object) => ({ status: 'unreadable', gap: expect.objectContaining(more) });

/** Names of the policies by level. */
function names(layer: LayerFact): unknown {
  return layer.status === 'known'
    ? layer.value.map((tier) => [tier.name, tier.policies.map(({ ref }) => ref.name)])
    : layer.status;
}

describe('roles', () => {
  it('of the same name in two accounts are two roles', async () => {
    const asked = question(SESSION, 'sts:AssumeRole', `arn:aws:iam::${OWNER}:role/deployer`);
    const { role: target, callerEntity, policies } = await facts(asked);
    expect(target?.entity).toMatchObject({ value: { arn: `arn:aws:iam::${OWNER}:role/deployer` } });
    expect(callerEntity).toMatchObject({ value: { arn: ROLE, path: '/teams/red/' } });
    expect(names(policies.identity)).toEqual([['deployer', ['Deploy', 'Inline']]]);
    expect(policies.resource).toMatchObject({ value: [{ id: `arn:aws:iam::${OWNER}:role/deployer` }] });
  });

  it('of Identity Center are found by the session that shows no path', async () => {
    const { callerEntity, policies } = await facts(question(SSO_SESSION, 's3:GetObject', 'arn:aws:s3:::artifacts/a'));
    const arn = `arn:aws:iam::${CALLER}:role/aws-reserved/sso.amazonaws.com/eu-west-1/${SSO_NAME}`;
    expect(callerEntity).toMatchObject({ status: 'known', value: { arn } });
    expect(names(policies.identity)).toEqual([[SSO_NAME, ['AwsSSOInlinePolicy']]]);
    expect(policies.boundary).toMatchObject({ status: 'absent', on: arn });
  });

  it('that do not exist are absent, with the nearest names', async () => {
    const missing = `arn:aws:iam::${OWNER}:role/prod-deploi`;
    const { role: target, policies } = await facts(question(SESSION, 'sts:AssumeRole', missing));
    expect(target?.entity).toEqual({ status: 'absent', call: 'iam:GetRole', on: missing });
    expect(target?.similar).toEqual({ status: 'known', value: [TARGET] });
    expect(policies.resource.status).toBe('absent');
  });

  it('under another path are not the one that was asked for', async () => {
    const { role: target } = await facts(question(SESSION, 'sts:AssumeRole', `arn:aws:iam::${OWNER}:role/github`));
    expect(target).toMatchObject({
      entity: { status: 'absent', on: `arn:aws:iam::${OWNER}:role/github` },
      trustPolicy: { status: 'absent' },
      similar: { status: 'known', value: [`arn:aws:iam::${OWNER}:role/ci/github`] },
    });
  });

  it('as callers under another path are gone, and their policies with them', async () => {
    const { callerEntity, policies } = await facts(
      question(`arn:aws:iam::${CALLER}:role/deployer`, 'sts:AssumeRole', TARGET),
    );
    expect(callerEntity.status).toBe('absent');
    expect(policies.identity).toEqual({ status: 'known', value: [] });
  });

  it('that nobody may read are unreadable, and so is whether similar ones exist', async () => {
    const { role: target, policies } = await facts(ASSUME, (file) => {
      file['unreadable'] = [denied(OWNER, 'iam:GetRole', TARGET)];
    });
    const expected = { permission: 'iam:GetRole', account: OWNER, code: 'AccessDenied', who: 'role-owner' };
    expect(target).toMatchObject({
      entity: gap(expected),
      trustPolicy: gap({ ...expected, layer: 'trust' }),
      similar: gap(expected),
    });
    expect(policies.resource).toMatchObject(gap({ ...expected, what: 'the trust policy of prod-deploy' }));
  });

  it('without a unique id in the file are known but for that', async () => {
    const { role: target, uniqueIds } = await facts(ASSUME, (file) => {
      for (const one of file.accounts[OWNER].authorizationDetails.RoleDetailList) delete one.RoleId;
      for (const one of file.accounts[CALLER].authorizationDetails.RoleDetailList) delete one.RoleId;
    });
    expect(target).toMatchObject({ entity: { value: { uniqueId: null } }, trustPolicy: { status: 'known' } });
    expect(uniqueIds[DELETED]).toMatchObject({ status: 'unreadable', gap: { permission: 'iam:ListRoles' } });
  });

  it('of an account that was not read are unknown, not missing', async () => {
    const { role: target } = await facts(ASSUME, (file) => {
      delete file.accounts[OWNER];
    });
    expect(target?.entity).toMatchObject(gap({ permission: 'iam:GetRole', account: OWNER, code: 'NotInSnapshot' }));
  });
});

describe('principals of a trust policy', () => {
  it('by unique id are looked for in the account of the caller', async () => {
    const { uniqueIds } = await facts(ASSUME);
    expect(uniqueIds).toEqual({
      [DELETED]: { status: 'absent', call: 'iam:ListRoles', on: `${DELETED} in ${CALLER}` },
    });
  });

  it('are found where somebody has the id', async () => {
    const { uniqueIds } = await facts(ASSUME, (file) => {
      file.accounts[CALLER].authorizationDetails.RoleDetailList[2].RoleId = DELETED;
    });
    expect(uniqueIds).toEqual({ [DELETED]: { status: 'known', value: `arn:aws:iam::${CALLER}:role/lambda-runner` } });
  });

  it('are unknown where the roles cannot be listed', async () => {
    const { uniqueIds } = await facts(ASSUME, (file) => {
      file['unreadable'] = [denied(CALLER, 'iam:GetRole', `arn:aws:iam::${CALLER}:role/lambda-runner`)];
    });
    expect(uniqueIds[DELETED]).toMatchObject(gap({ permission: 'iam:ListRoles', account: CALLER }));
  });
});

describe('identity policies', () => {
  it('of a user are its own and those of its groups', async () => {
    const { policies, callerGroups } = await facts(question(USER, 'sts:AssumeRole', TARGET));
    expect(names(policies.identity)).toEqual([
      ['ana', ['Own']],
      ['builders', ['Deploy', 'Build']],
    ]);
    expect(callerGroups).toEqual({ status: 'known', value: [`arn:aws:iam::${CALLER}:group/builders`] });
  });

  it('of a group that cannot be read leave a gap in its tier', async () => {
    const { policies } = await facts(question(USER, 'sts:AssumeRole', TARGET), (file) => {
      file['unreadable'] = [denied(CALLER, 'iam:ListGroupPolicies', `arn:aws:iam::${CALLER}:group/builders`)];
    });
    expect(policies.identity).toMatchObject({
      status: 'known',
      value: [{ gaps: [] }, { gaps: [{ permission: 'iam:ListGroupPolicies', account: CALLER, who: 'account-admin' }] }],
    });
  });

  it('in groups that cannot be listed leave a gap at the user', async () => {
    const { policies, callerGroups } = await facts(question(USER, 'sts:AssumeRole', TARGET), (file) => {
      file['unreadable'] = [denied(CALLER, 'iam:ListGroupsForUser', USER)];
    });
    expect(callerGroups.status).toBe('unreadable');
    expect(policies.identity).toMatchObject({ value: [{ gaps: [{ permission: 'iam:ListGroupsForUser' }] }] });
  });

  it('count in their default version; a newer one is shown beside it, by number', async () => {
    const versions = Array.from({ length: 10 }, (_, index) => allow(`sts:V${index + 1}`));
    const { policies } = await facts(ASSUME, (file) => {
      file.accounts[CALLER].authorizationDetails.Policies[0] = managed(CALLER, 'Deploy', versions, 9);
    });
    expect(policies.identity).toMatchObject({
      value: [
        {
          policies: [
            {
              document: { status: 'known', value: allow('sts:V9') },
              versions: {
                defaultVersionId: 'v9',
                newest: { status: 'known', value: { versionId: 'v10', document: allow('sts:V10') } },
              },
            },
            { ref: { kind: 'inline' } },
          ],
        },
      ],
    });
  });

  it('without a document are attached all the same', async () => {
    const { policies } = await facts(ASSUME, (file) => {
      file.accounts[CALLER].authorizationDetails.Policies = [];
    });
    expect(policies.identity).toMatchObject({
      value: [{ policies: [{ document: gap({ permission: 'iam:GetPolicy', code: 'NotInSnapshot' }) }, {}] }],
    });
    expect(policies.boundary).toMatchObject({
      status: 'known',
      value: [{ policies: [{ document: { status: 'unreadable' } }] }],
    });
  });

  it('that were not read are unreadable, while the boundary is known', async () => {
    const { policies } = await facts(ASSUME, (file) => {
      file['unreadable'] = ['iam:ListAttachedRolePolicies', 'iam:ListRolePolicies'].map((call) =>
        denied(CALLER, call, ROLE),
      );
    });
    expect(policies.identity).toMatchObject({
      status: 'unreadable',
      gap: { permission: 'iam:ListAttachedRolePolicies', account: CALLER, layer: 'identity' },
    });
    expect(policies.boundary).toMatchObject({ status: 'known' });
  });
});

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

describe('the resource policy', () => {
  const GET = question(SESSION, 's3:GetObject', 'arn:aws:s3:::artifacts/some/key');

  it('of an object is the one of its bucket, and the account that lists it is its owner', async () => {
    const { policies, resourceAccount } = await facts(GET);
    expect(resourceAccount).toBe(OWNER);
    expect(policies.resource).toMatchObject({
      status: 'known',
      value: [{ id: 'arn:aws:s3:::artifacts', policies: [{ document: { value: trust({ AWS: CALLER }) } }] }],
    });
    expect(policies.rcp.status).toBe('known');
  });

  it('of a bucket that no account lists is unknown, and so is its account', async () => {
    const { policies, resourceAccount } = await facts(question(SESSION, 's3:GetObject', 'arn:aws:s3:::elsewhere/key'));
    expect(resourceAccount).toBeNull();
    expect(policies.resource).toMatchObject(gap({ kind: 'not-given', option: '--resource-policy' }));
    expect(policies.rcp.status).toBe('unreadable');
  });

  it.each([
    ['s3:GetBucketPolicy', 'arn:aws:s3:::artifacts', OWNER],
    ['s3:GetBucketPolicy', 'arn:aws:s3:::artifacts', undefined],
    ['s3:GetBucketPolicy', 'arn:aws:s3:::artifacts/some/key', CALLER],
    ['snapshot:ResourcePolicy', 'arn:aws:s3:::artifacts', OWNER],
  ])('that was refused is unknown: %s on %s in %s', async (call, on, account) => {
    const { policies } = await facts(GET, (file) => {
      file['unreadable'] = [{ account, call, on, code: 'AccessDenied' }];
    });
    expect(policies.resource.status).toBe('unreadable');
  });

  it.each([
    ['sqs:SendMessage', 'sqs:eu-west-1:%:orders', 'absent'],
    ['secretsmanager:GetSecretValue', 'secretsmanager:eu-west-1:%:secret:db-AbC123', 'absent'],
    ['secretsmanager:GetSecretValue', 'secretsmanager:eu-west-1:%:secret:db', 'unreadable'],
    ['kms:Decrypt', 'kms:eu-west-1:%:key/0a', 'unreadable'],
    ['ec2:StopInstances', 'ec2:eu-west-1:%:instance/i-0', 'absent'],
  ])('%s on %s that a whole account does not list: %s', async (action, resource, status) => {
    const { policies } = await facts(question(SESSION, action, `arn:aws:${resource.replace('%', OWNER)}`));
    expect(policies.resource.status).toBe(status);
  });

  it('of a queue is unknown where reading the policies was refused', async () => {
    const { policies } = await facts(
      question(SESSION, 'sqs:SendMessage', `arn:aws:sqs:eu-west-1:${OWNER}:orders`),
      (file) => {
        file['unreadable'] = [denied(OWNER, 'sqs:GetQueueAttributes', OWNER)];
      },
    );
    expect(policies.resource.status).toBe('unreadable');
  });
});

describe('identity providers', () => {
  const TOKEN = question(null, 'sts:AssumeRoleWithWebIdentity', `arn:aws:iam::${OWNER}:role/ci/github`);
  const arn = `arn:aws:iam::${OWNER}:oidc-provider/${ISSUER}`;

  it('are those of the account of the role', async () => {
    const { providers } = await facts(TOKEN);
    expect(providers).toEqual({
      oidc: { status: 'known', value: [{ arn, url: ISSUER, audiences: ['sts.amazonaws.com'] }] },
      saml: { status: 'known', value: [{ arn: `arn:aws:iam::${OWNER}:saml-provider/corp` }] },
    });
  });

  it('are none where the account has none, and unknown where one of them cannot be read', async () => {
    const none = await facts(TOKEN, (file) => {
      file.accounts[OWNER].oidcProviders = {};
    });
    expect(none.providers?.oidc).toEqual({ status: 'known', value: [] });
    const unread = await facts(TOKEN, (file) => {
      file['unreadable'] = [denied(OWNER, 'iam:GetOpenIDConnectProvider', arn)];
    });
    expect(unread.providers?.oidc).toMatchObject(gap({ permission: 'iam:GetOpenIDConnectProvider', account: OWNER }));
    const unlisted = await facts(TOKEN, (file) => {
      delete file.accounts[OWNER].oidcProviders;
    });
    expect(unlisted.providers?.oidc).toMatchObject(gap({ permission: 'iam:ListOpenIDConnectProviders' }));
  });

  it('are not asked for where no token is exchanged', async () => {
    expect((await facts(ASSUME)).providers).toBeNull();
  });
});

describe('an instance profile', () => {
  const asked = (name: string) =>
    question(SESSION, 'iam:AddRoleToInstanceProfile', `arn:aws:iam::${OWNER}:instance-profile/${name}`);

  it('shows its role, is absent where the account has none of that name, and else unknown', async () => {
    expect((await facts(asked('web'))).instanceProfile?.roles).toEqual({
      status: 'known',
      value: [`arn:aws:iam::${OWNER}:role/deployer`],
    });
    expect((await facts(asked('db'))).instanceProfile?.roles.status).toBe('absent');
    const unread = await facts(asked('web'), (file) => {
      file['unreadable'] = [denied(OWNER, 'iam:GetInstanceProfile', `arn:aws:iam::${OWNER}:instance-profile/web`)];
    });
    expect(unread.instanceProfile?.roles).toMatchObject(gap({ permission: 'iam:GetInstanceProfile' }));
  });
});

describe('a caller that nobody names', () => {
  const nobody = question(null, 'sqs:SendMessage', `arn:aws:sqs:eu-west-1:${OWNER}:orders`);

  it('is the current identity, and says so', async () => {
    expect(await facts(nobody)).toMatchObject({ principal: { arn: SESSION }, principalFrom: 'current-identity' });
  });

  it('is nobody where nobody is signed in', async () => {
    const found = await facts(nobody, (file) => {
      delete file['callerIdentity'];
    });
    expect(found).toMatchObject({ principal: null, principalFrom: null });
    expect(found.currentIdentity).toMatchObject(gap({ permission: 'sts:GetCallerIdentity' }));
    expect(found.policies.identity).toMatchObject(gap({ kind: 'not-given', option: '--caller' }));
    expect(found.policies.scp).toMatchObject(gap({ kind: 'not-given', option: '--caller', layer: 'scp' }));
  });

  it('does not take its policies from an account that answered for another one', async () => {
    const { policies } = await facts(ASSUME, (file) => {
      delete file.accounts[CALLER];
      delete file.organizations[ORGANIZATION].parents[CALLER];
    });
    expect(policies.identity).toMatchObject(gap({ account: CALLER, code: 'NotInSnapshot' }));
  });
});
