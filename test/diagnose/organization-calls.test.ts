import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { openSnapshot } from '../../src/index.ts';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { policyWorld, ROLE } from '../cases/tables/policy-world.ts';
import { HOME } from '../cases/tables/world.ts';

const MANAGEMENT = '999988887777';

async function ask(action: string, principal = ROLE, isRead = true): Promise<Diagnosis> {
  const admin = {
    Arn: `arn:aws:iam::${MANAGEMENT}:role/admin`,
    RoleName: 'admin',
    Path: '/',
    RoleId: 'AROAEXAMPLEADMIN',
  };
  const everything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
  const management = {
    ...{ denytrace: 'snapshot/1', scope: 'account' },
    accounts: {
      [MANAGEMENT]: {
        organizationId: 'o-exampleorg',
        authorizationDetails: {
          RoleDetailList: [{ ...admin, RolePolicyList: [{ PolicyName: 'All', PolicyDocument: everything }] }],
        },
      },
    },
  };
  const world = policyWorld({});
  const accounts = { ...Object(world['accounts']), ...management.accounts };
  const home = { ...Object(accounts[HOME]), organizationId: undefined };
  const unread = { ...world, accounts: { [HOME]: home }, organizations: {} };
  const [diagnosis] = await diagnose(
    { request: { principal, action } },
    { source: openSnapshot(isRead ? { ...world, accounts } : unread), assume: { scp: 'allow' } },
  );
  if (diagnosis === undefined) throw new Error('no diagnosis');
  return diagnosis;
}

describe('a call of AWS Organizations that all policies allow', () => {
  it('is not said to be allowed in a member account: it may be no delegated administrator', async () => {
    const { verdict, steps } = await ask('organizations:ListAccounts');
    expect(verdict).toBe('undetermined');
    const open = steps.filter(({ status }) => status === 'unknown').flatMap(({ gaps }) => gaps);
    expect(open).toMatchObject([
      { who: 'organization-admin', shownBy: 'aws organizations list-delegated-administrators' },
    ]);
    expect(open[0]?.what).toMatch(
      /^whether 111122223333 is the management account or a delegated administrator of its organization/,
    );
  });

  it('is not said to be allowed where the organization could not be read', async () => {
    const { verdict, steps } = await ask('organizations:ListAccounts', ROLE, false);
    expect(verdict).toBe('undetermined');
    expect(steps.flatMap(({ gaps }) => gaps.map(({ what }) => what)).join('; ')).toContain('a delegated administrator');
  });

  it.each([
    ['in the management account', 'organizations:ListAccounts', `arn:aws:iam::${MANAGEMENT}:role/admin`],
    ['where every account may make it', 'organizations:DescribeOrganization', ROLE],
    ['where it is one of another service', 'iam:ListRoles', ROLE],
  ])('is %s', async (_, action, principal) => {
    expect((await ask(action, principal)).verdict).toBe('allowed');
  });
});
