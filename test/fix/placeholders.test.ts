import { describe, expect, it } from 'vitest';
import type { Cause } from '../../src/model/diagnosis.ts';
import { AWAY, denial, diagnoseIn, HOME, TARGET, USER, worldWith } from '../diagnose/world.ts';

const DETAILS = `accounts/${HOME}/authorizationDetails`;
const USER_PART = `${DETAILS}/UserDetailList/0`;
const TRUST = `accounts/${AWAY}/authorizationDetails/RoleDetailList/0/AssumeRolePolicyDocument`;
const TABLE = `arn:aws:dynamodb:eu-west-1:${HOME}:table/Orders`;

function document(statement: object): object {
  return { Version: '2012-10-17', Statement: [statement] };
}

/** The user with one inline policy, and no group. */
function allowing(statement: object): object {
  return worldWith({
    [`${USER_PART}/GroupList`]: [],
    [`${USER_PART}/PermissionsBoundary`]: undefined,
    [`${USER_PART}/UserPolicyList`]: [
      { PolicyName: 'Copied', PolicyDocument: document({ Effect: 'Allow', ...statement }) },
    ],
  });
}

function trusting(principal: object, more: object = {}): object {
  return worldWith({
    [TRUST]: document({ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...more }),
  });
}

/** What the fix replaces by what, where it is proven. */
function replaced(causes: readonly Cause[]) {
  const fixes = causes.flatMap(({ fix }) => (fix === null ? [] : [fix]));
  expect(fixes.map(({ check }) => check)).toEqual(['allowed']);
  return fixes.flatMap(({ changes }) => changes.map(({ before, after }) => [before, after]));
}

const words = (causes: readonly Cause[]) => JSON.stringify(causes.flatMap(({ evidence }) => evidence));

describe('a placeholder in a policy is replaced', () => {
  it.each(['<account-id>', 'accountid', 'YOUR_ACCOUNT_ID', '123456789012'])('as the account: %s', async (account) => {
    const resource = TABLE.replace(HOME, account);
    const { causes } = await diagnoseIn(
      allowing({ Action: 'dynamodb:GetItem', Resource: resource }),
      denial(USER, 'dynamodb:GetItem', TABLE),
    );
    expect(causes.map(({ id }) => id)).toEqual(['identity.account']);
    expect(words(causes)).toContain('a placeholder');
    expect(replaced(causes)).toEqual([[resource, TABLE]]);
  });

  it('as the region, beside the account', async () => {
    const resource = 'arn:aws:dynamodb:<region>:<account>:table/*';
    const { causes } = await diagnoseIn(
      allowing({ Action: 'dynamodb:GetItem', Resource: [resource] }),
      denial(USER, 'dynamodb:GetItem', TABLE),
    );
    expect(replaced(causes)).toEqual([[resource, `arn:aws:dynamodb:eu-west-1:${HOME}:table/*`]]);
  });

  it('by the resource of the request where its name is misspelt as well', async () => {
    const resource = 'arn:aws:dynamodb:eu-west-1:accountid:table/Order';
    const { causes } = await diagnoseIn(
      allowing({ Action: 'dynamodb:GetItem', Resource: resource }),
      denial(USER, 'dynamodb:GetItem', TABLE),
    );
    expect(replaced(causes)).toEqual([[resource, TABLE]]);
  });

  it('and the fix says what else the statement allows then', async () => {
    const resource = TABLE.replace(HOME, 'accountid');
    const { causes } = await diagnoseIn(
      allowing({ Action: 'dynamodb:*', Resource: resource }),
      denial(USER, 'dynamodb:GetItem', TABLE),
    );
    expect(causes[0]?.fix?.summary).toContain('corrected, the statement allows all of dynamodb:* there');
  });

  it.each([
    ['a user', { AWS: 'arn:aws:iam::123456789012:user/ana' }, USER],
    ['an account', { AWS: 'arn:aws:iam::123456789012:root' }, USER],
    ['an account by its id', { AWS: '123456789012' }, USER],
    ['a user of AWS’s example, whoever that is', { AWS: 'arn:aws:iam::123456789012:user/Bob' }, USER],
  ])('as a principal: %s', async (_, principal, expected) => {
    const { causes } = await diagnoseIn(trusting(principal), denial(USER, 'sts:AssumeRole', TARGET));
    expect(replaced(causes)).toEqual([[principal.AWS, expected]]);
  });

  it('as a value of a condition', async () => {
    const condition = { StringEquals: { 'aws:PrincipalAccount': '123456789012' } };
    const { causes } = await diagnoseIn(
      trusting({ AWS: '*' }, { Condition: condition }),
      denial(USER, 'sts:AssumeRole', TARGET),
    );
    expect(replaced(causes)).toEqual([['123456789012', HOME]]);
  });

  it('as the role itself, in AWS’s example documents for ExampleRole', async () => {
    const role = `arn:aws:iam::${AWAY}:role/ExampleRole`;
    const file = worldWith({
      [`accounts/${AWAY}/authorizationDetails/RoleDetailList/0/RoleName`]: 'ExampleRole',
      [`accounts/${AWAY}/authorizationDetails/RoleDetailList/0/Arn`]: role,
      [TRUST]: document({ Effect: 'Allow', Principal: { AWS: role }, Action: 'sts:AssumeRole' }),
    });
    const { causes } = await diagnoseIn(file, denial(USER, 'sts:AssumeRole', role));
    expect(words(causes)).toContain('the role itself: Principal must name who assumes it');
    expect(replaced(causes)).toEqual([[role, USER]]);
  });
});

describe('what somebody may mean stays', () => {
  it('as a principal of a real account', async () => {
    const { causes } = await diagnoseIn(
      trusting({ AWS: 'arn:aws:iam::998877665544:root' }),
      denial(USER, 'sts:AssumeRole', TARGET),
    );
    expect(replaced(causes)).toEqual([['arn:aws:iam::998877665544:root', ['arn:aws:iam::998877665544:root', USER]]]);
    expect(words(causes)).not.toContain('placeholder');
  });

  it('as a role that trusts itself and has a name of its own', async () => {
    const { causes } = await diagnoseIn(trusting({ AWS: TARGET }), denial(USER, 'sts:AssumeRole', TARGET));
    expect(words(causes)).toContain('the role itself');
    expect(replaced(causes)).toEqual([[TARGET, [TARGET, USER]]]);
  });

  it('as a resource of another kind', async () => {
    const resource = 'arn:aws:dynamodb:eu-west-1:accountid:global-table/Payments';
    const { causes } = await diagnoseIn(
      allowing({ Action: 'dynamodb:GetItem', Resource: resource }),
      denial(USER, 'dynamodb:GetItem', TABLE),
    );
    expect(replaced(causes)).toEqual([[resource, [resource, TABLE]]]);
  });
});
