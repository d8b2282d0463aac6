import { expect, it } from 'vitest';
import { denial, diagnoseIn, HOME, policyArn, USER, worldWith } from '../diagnose/world.ts';

const DETAILS = `accounts/${HOME}/authorizationDetails`;
const ORDERS = `arn:aws:dynamodb:eu-west-1:${HOME}:table/Orders`;
const NEAR = `arn:aws:dynamodb:eu-west-1:${HOME}:table/Order`;

/** The user has one policy of this kind, with one statement. */
function attached(statement: object, arn = policyArn('AppAccess')): object {
  const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] };
  const versions = [{ VersionId: 'v1', IsDefaultVersion: true, Document: document }];
  return worldWith({
    [`${DETAILS}/UserDetailList/0/GroupList`]: [],
    [`${DETAILS}/UserDetailList/0/PermissionsBoundary`]: undefined,
    [`${DETAILS}/UserDetailList/0/AttachedManagedPolicies`]: [{ PolicyName: 'AppAccess', PolicyArn: arn }],
    [`${DETAILS}/Policies`]: [
      { PolicyName: 'AppAccess', Arn: arn, DefaultVersionId: 'v1', PolicyVersionList: versions },
    ],
  });
}

async function fixOf(file: object) {
  const { causes } = await diagnoseIn(file, denial(USER, 'dynamodb:GetItem', ORDERS));
  const [fix, ...others] = causes.flatMap((cause) => cause.fix ?? []);
  if (fix === undefined || others.length > 0) throw new Error('there is not one fix');
  return fix;
}

it('a statement of its own goes into the customer-managed policy that nearly allows the request', async () => {
  const fix = await fixOf(attached({ Action: 'dynamodb:*', Resource: NEAR }));
  expect(fix.check).toBe('allowed');
  expect(fix.summary).toBe(
    'add a statement to the policy AppAccess that allows dynamodb:GetItem on table/Orders: everything else it is attached to gets the permission too',
  );
  expect(fix.changes).toMatchObject([{ policy: { arn: policyArn('AppAccess') }, pointer: '/Statement/-' }]);
});

it.each([
  [
    'has nothing to do with the request',
    { Action: 's3:ListBucket', Resource: 'arn:aws:s3:::logs' },
    policyArn('AppAccess'),
  ],
  ['is AWS-managed', { Action: 'dynamodb:*', Resource: NEAR }, 'arn:aws:iam::aws:policy/AppAccess'],
])('and into an inline policy where the managed one %s', async (_, statement, arn) => {
  const fix = await fixOf(attached(statement, arn));
  expect(fix.check).toBe('allowed');
  expect(fix.changes.map(({ policy }) => [policy.kind, policy.attachedTo])).toEqual([['inline', USER]]);
});
