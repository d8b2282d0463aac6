import { describe, expect, it } from 'vitest';
import { documentText, sizeOf } from '../../src/grants/size-limits.ts';
import type { Fix } from '../../src/model/diagnosis.ts';
import {
  AWAY,
  denial,
  diagnoseIn,
  HOME,
  policyArn,
  ROLE,
  SESSION,
  TARGET,
  USER,
  worldWith,
} from '../diagnose/world.ts';

const DETAILS = `accounts/${HOME}/authorizationDetails`;
const ORDERS = `arn:aws:dynamodb:eu-west-1:${HOME}:table/Orders`;
const NEAR = `arn:aws:dynamodb:eu-west-1:${HOME}:table/Order`;

/** A document of this size, which allows something else. */
function filled(size: number, ...statements: readonly object[]) {
  const other = { Effect: 'Allow', Action: 'sns:Publish', Resource: '' };
  const empty = sizeOf({ Version: '2012-10-17', Statement: [other, ...statements] });
  const Resource = `arn:aws:sns:eu-west-1:${HOME}:${'x'.repeat(size - empty - 37)}`;
  return { Version: '2012-10-17', Statement: [{ ...other, Resource }, ...statements] };
}

function roleWith(document: object, attached: readonly object[] = []) {
  return {
    [`${DETAILS}/RoleDetailList/0/RolePolicyList`]: [{ PolicyName: 'Inline', PolicyDocument: document }],
    [`${DETAILS}/RoleDetailList/0/AttachedManagedPolicies`]: attached,
    [`${DETAILS}/RoleDetailList/0/PermissionsBoundary`]: undefined,
  };
}

async function fixOf(changes: Readonly<Record<string, unknown>>, text: string): Promise<Fix> {
  const { causes } = await diagnoseIn(worldWith(changes), text);
  const [fix] = causes.flatMap((cause) => cause.fix ?? []);
  if (fix === undefined) throw new Error(`no fix: ${causes.map(({ id }) => id)}`);
  return fix;
}

function places({ changes }: Fix) {
  return changes.map(({ policy }) => [policy.kind, policy.attachedTo]);
}

describe('a statement goes where there is room for it:', () => {
  const asking = denial(SESSION, 'dynamodb:GetItem', ORDERS);

  it('into one more inline policy of a role, up to 10,240 characters of all of them together', async () => {
    const fix = await fixOf(roleWith(filled(9_900)), asking);
    expect([fix.check, ...places(fix)]).toEqual(['allowed', ['inline', ROLE]]);
  });

  it('beyond that into a managed policy', async () => {
    const fix = await fixOf(roleWith(filled(10_200)), asking);
    expect([fix.check, ...places(fix)]).toEqual(['allowed', ['managed', ROLE]]);
    expect(fix.summary).toBe(
      'create the policy AllowGetItem, and attach it to role ci: there is no room for it in the inline policy AllowGetItem of ci',
    );
    expect(fix.commands.map(([, , command]) => command)).toEqual(['create-policy', 'attach-role-policy']);
  });

  it('and a user has 2,048 only', async () => {
    const fix = await fixOf(
      {
        [`${DETAILS}/UserDetailList/0/UserPolicyList`]: [{ PolicyName: 'Inline', PolicyDocument: filled(2_000) }],
        [`${DETAILS}/UserDetailList/0/PermissionsBoundary`]: undefined,
        [`${DETAILS}/UserDetailList/0/GroupList`]: [],
      },
      denial(USER, 'dynamodb:GetItem', ORDERS),
    );
    expect([fix.check, ...places(fix)]).toEqual(['allowed', ['managed', USER]]);
  });

  it('not into the managed policy that nearly allows it, where that has 6,144 characters already', async () => {
    const near = { Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: NEAR };
    const managed = (size: number) => ({
      ...roleWith(filled(300), [{ PolicyName: 'Access', PolicyArn: policyArn('Access') }]),
      [`${DETAILS}/Policies/0/PolicyVersionList/0/Document`]: filled(size, near),
    });
    expect(places(await fixOf(managed(5_000), asking))).toEqual([['managed', expect.anything()]]);
    const fix = await fixOf(managed(6_140), asking);
    expect([fix.check, ...places(fix)]).toEqual(['allowed', ['inline', ROLE]]);
    expect(fix.changes[0]?.after).toMatchObject({
      Statement: [{ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: ORDERS }],
    });
  });

  it('and where ten managed policies are attached, one more is not said to be checked', async () => {
    const ten = Array.from({ length: 10 }, () => ({ PolicyName: 'Access', PolicyArn: policyArn('Access') }));
    const named = ten.map((one, index) => ({
      ...one,
      PolicyName: `Access${index}`,
      PolicyArn: policyArn(`Access${index}`),
    }));
    const empty = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sns:Publish', Resource: '*' }] };
    const policies = named.map(({ PolicyName, PolicyArn }) => ({
      PolicyName,
      Arn: PolicyArn,
      DefaultVersionId: 'v1',
      PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: empty }],
    }));
    const fix = await fixOf({ ...roleWith(filled(10_230), named), [`${DETAILS}/Policies`]: policies }, asking);
    expect(fix.check).toBeNull();
    expect(fix.summary).toMatch(/^make room first: .* would have 10,\d{3} characters, and AWS accepts 10,240; then /);
  });
});

it('a trust policy beyond the default quota of 2,048 characters is not said to be checked: the quota can be raised', async () => {
  const trust = filled(2_040, {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${HOME}:role/cd` },
    Action: 'sts:AssumeRole',
  });
  const fix = await fixOf(
    {
      ...roleWith({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:*', Resource: '*' }] }),
      [`accounts/${AWAY}/authorizationDetails/RoleDetailList/0/AssumeRolePolicyDocument`]: trust,
    },
    denial(SESSION, 'sts:AssumeRole', TARGET),
  );
  expect(fix.check).toBe('open');
  expect(fix.changes).toHaveLength(1);
  expect(fix.openAfter.map(({ what }) => what)).toEqual([
    expect.stringMatching(
      /^whether AWS accepts it: the trust policy of deploy would have 2,0\d\d characters, and the default quota is 2,048$/,
    ),
  ]);
});

it('a document that AWS would refuse is not shown: the fix says what the limit is', async () => {
  const queue = `arn:aws:sqs:us-east-1:${AWAY}:orders`;
  const fix = await fixOf(
    {
      ...roleWith({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sqs:*', Resource: '*' }] }),
      [`accounts/${AWAY}/resourcePolicies`]: {
        [queue]: filled(8_100, { Effect: 'Allow', Principal: '*', Action: 'sqs:ReceiveMessage', Resource: queue }),
      },
    },
    denial(SESSION, 'sqs:SendMessage', queue),
  );
  expect(fix).toMatchObject({ check: null, changes: [], documents: [], commands: [] });
  expect(fix.summary).toMatch(
    /^make room first: the queue policy of orders would have 8,\d{3} characters, and AWS accepts 8,192; then add a statement to the queue policy of orders that allows role\/ci to call sqs:SendMessage on orders: \{ "Effect": "Allow", "Principal": /,
  );
});

it('a document is written without white space where that counts, and where it would not fit otherwise', () => {
  const document = {
    Version: '2012-10-17',
    Statement: Array.from({ length: 90 }, () => ({ Effect: 'Deny', Action: 'x:y', Resource: '*' })),
  };
  const text = (kind: 'scp' | 'managed') =>
    documentText(document, { name: 'P', arn: null, kind, attachedTo: 'ou-ab12-work' });
  expect(JSON.parse(text('scp'))).toEqual(document);
  expect([text('scp').split('\n').length, text('managed').split('\n').length > 9]).toEqual([2, true]);
});
