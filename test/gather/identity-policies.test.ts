import { describe, expect, it } from 'vitest';
import { ASSUME, denied, facts, gap, names } from './facts.ts';
import { question, ROLE, TARGET, USER } from './questions.ts';
import { allow, CALLER, managed } from './world.ts';

describe('identity policies', () => {
  it('of a user are its own and those of its groups', async () => {
    const { policies, callerGroups } = await facts(question(USER, 'sts:AssumeRole', TARGET));
    expect(names(policies.identity)).toEqual([
      ['ana', ['Own']],
      ['builders', ['Deploy', 'Build']],
    ]);
    expect(callerGroups).toEqual({ status: 'known', value: [`arn:aws:iam::${CALLER}:group/builders`] });
  });

  it('of a group that cannot be read leave a gap in its level', async () => {
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
                ids: Array.from({ length: 10 }, (_, index) => `v${index + 1}`),
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
