import { describe, expect, it } from 'vitest';
import {
  AWAY,
  denial,
  diagnoseIn,
  GROUP,
  HOME,
  MANAGEMENT,
  ORGANIZATION,
  placeIn,
  policyArn,
  ROLE,
  SESSION,
  TARGET,
  USER,
  world,
} from './world.ts';

const ASSUME = { session: denial(SESSION, 'sts:AssumeRole', TARGET), user: denial(USER, 'sts:AssumeRole', TARGET) };
type Caller = keyof typeof ASSUME;

describe('in a world in which everything was read', () => {
  it.each(['session', 'user'] as const)('a %s is allowed', async (caller) => {
    const diagnosis = await diagnoseIn(world(), ASSUME[caller]);
    expect(diagnosis).toMatchObject({ verdict: 'allowed', conclusion: 'contradicted', open: [] });
  });
});

const REFUSED: readonly (readonly [call: string, on: string, account: string, callers: readonly Caller[]])[] = [
  ['iam:GetRole', ROLE, HOME, ['session']],
  ['iam:GetRole', SESSION, HOME, ['session']],
  ['iam:ListRoleTags', ROLE, HOME, ['session']],
  ['iam:ListAttachedRolePolicies', ROLE, HOME, ['session']],
  ['iam:ListRolePolicies', ROLE, HOME, ['session']],
  ['iam:GetRolePolicy', ROLE, HOME, ['session']],
  ['iam:GetUser', USER, HOME, ['user']],
  ['iam:ListGroupsForUser', USER, HOME, ['user']],
  ['iam:ListAttachedUserPolicies', USER, HOME, ['user']],
  ['iam:ListUserPolicies', USER, HOME, ['user']],
  ['iam:ListAttachedGroupPolicies', GROUP, HOME, ['user']],
  ['iam:ListGroupPolicies', GROUP, HOME, ['user']],
  ['iam:GetPolicyVersion', policyArn('Access'), HOME, ['session', 'user']],
  ['iam:GetPolicyVersion', policyArn('Boundary'), HOME, ['session', 'user']],
  ['iam:GetRole', TARGET, AWAY, ['session', 'user']],
  ['organizations:ListParents', HOME, MANAGEMENT, ['session', 'user']],
  ['organizations:ListParents', 'ou-ab12-work', MANAGEMENT, ['session', 'user']],
  ['organizations:ListRoots', HOME, HOME, ['session', 'user']],
  ['organizations:ListPoliciesForTarget', 'r-ab12', MANAGEMENT, ['session', 'user']],
  ['organizations:ListPoliciesForTarget', 'ou-ab12-work', MANAGEMENT, ['session', 'user']],
  ['organizations:ListPoliciesForTarget', HOME, MANAGEMENT, ['session', 'user']],
  ['organizations:ListPoliciesForTarget', AWAY, MANAGEMENT, ['session', 'user']],
  ['organizations:DescribePolicy', 'p-all', MANAGEMENT, ['session', 'user']],
];

const LEFT_OUT: readonly (readonly [path: string, callers: readonly Caller[]])[] = [
  ['accounts', ['session', 'user']],
  [`accounts/${HOME}`, ['session', 'user']],
  [`accounts/${AWAY}`, ['session', 'user']],
  [`accounts/${HOME}/authorizationDetails`, ['session', 'user']],
  [`accounts/${AWAY}/authorizationDetails`, ['session', 'user']],
  [`accounts/${HOME}/authorizationDetails/Policies`, ['session', 'user']],
  [`accounts/${HOME}/authorizationDetails/GroupDetailList`, ['user']],
  [`accounts/${HOME}/authorizationDetails/Policies/0/PolicyVersionList`, ['session', 'user']],
  [`accounts/${HOME}/authorizationDetails/Policies/1/PolicyVersionList/0/Document`, ['session', 'user']],
  [`accounts/${HOME}/authorizationDetails/RoleDetailList/0/RolePolicyList/0/PolicyDocument`, ['session']],
  [`accounts/${AWAY}/authorizationDetails/RoleDetailList/0/AssumeRolePolicyDocument`, ['session', 'user']],
  ['organizations', ['session', 'user']],
  [`organizations/${ORGANIZATION}`, ['session', 'user']],
  ...['managementAccountId', 'enabledPolicyTypes', 'parents', 'policies', 'attachments'].map(
    (key) => [`organizations/${ORGANIZATION}/${key}`, ['session', 'user']] as const,
  ),
  ...['r-ab12', 'ou-ab12-work', HOME, AWAY].map(
    (target) => [`organizations/${ORGANIZATION}/attachments/${target}`, ['session', 'user']] as const,
  ),
  ...['ou-ab12-work', HOME, AWAY].map(
    (child) => [`organizations/${ORGANIZATION}/parents/${child}`, ['session', 'user']] as const,
  ),
  [`organizations/${ORGANIZATION}/policies/p-all/document`, ['session', 'user']],
];

/** What a part that nobody saw may never do: decide. It is named instead. */
async function isOpen(file: object, caller: Caller): Promise<void> {
  const diagnosis = await diagnoseIn(file, ASSUME[caller]);
  expect(diagnosis).toMatchObject({ verdict: 'undetermined', conclusion: 'inconclusive' });
  expect(diagnosis.open.length).toBeGreaterThan(0);
  expect(diagnosis.steps.some(({ status }) => status === 'unknown')).toBe(true);
  expect(diagnosis.steps.filter(({ status }) => status === 'fail')).toEqual([]);
}

describe('a read that was refused leaves the answer open', () => {
  const cases = REFUSED.flatMap(([call, on, account, callers]) =>
    callers.map((caller) => ({ call, on, account, caller })),
  );

  it.each(cases)('$call on $on, for the $caller', async ({ call, on, account, caller }) => {
    const unreadable = [{ account, call, on, code: 'AccessDenied', message: 'not authorized' }];
    await isOpen({ ...world(), unreadable }, caller);
  });
});

describe('a part that is not in the file leaves the answer open', () => {
  const cases = LEFT_OUT.flatMap(([path, callers]) => callers.map((caller) => ({ path, caller })));

  it.each(cases)('$path, for the $caller', async ({ path, caller }) => {
    const file = world();
    const [holder, name] = placeIn(file, path);
    expect(holder).toHaveProperty([name]);
    delete holder[name];
    await isOpen(file, caller);
  });
});
