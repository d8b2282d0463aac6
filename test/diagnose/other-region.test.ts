import { expect, it } from 'vitest';
import { type Diagnosis, diagnose } from '../../src/index.ts';
import { ACCOUNT, account, EVERYTHING, role } from './small-account.ts';

const REGIONS = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: '*', Resource: '*' },
    {
      Effect: 'Deny',
      NotAction: ['iam:*', 'sts:*'],
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
    },
  ],
};

async function refused(action: string, resource: string): Promise<Diagnosis> {
  const text = `User: arn:aws:sts::${ACCOUNT}:assumed-role/ci/build is not authorized to perform: ${action} on resource: arn:aws:${resource} with an explicit deny in a service control policy`;
  const [found] = await diagnose({ text }, { source: account({ roles: [role('ci', [EVERYTHING])] }), scp: REGIONS });
  if (found === undefined) throw new Error('the text holds a denial');
  return found;
}

it.each([
  ['ec2:RunInstances', `ec2:ap-south-1:${ACCOUNT}:instance/*`],
  ['ec2:RunInstances', 'ec2:ap-south-1::image/ami-0123456789abcdef0'],
  ['dynamodb:CreateTable', `dynamodb:ap-south-1:${ACCOUNT}:table/orders`],
  ['lambda:CreateFunction', `lambda:ap-south-1:${ACCOUNT}:function:f`],
])('what a call makes can be made in a region that the guardrail leaves open: %s on %s', async (action, resource) => {
  const { causes, related } = await refused(action, resource);
  expect(causes[0]).toMatchObject({
    id: 'scp.region',
    fix: { who: 'you', request: { context: { 'aws:RequestedRegion': ['eu-west-1'] } }, changes: [], check: 'allowed' },
  });
  const same = related.filter((one) => one.request.action === action && one.verdict === 'denied');
  expect(same.filter(({ afterFix }) => afterFix === undefined)).toEqual([]);
});

it.each([
  ['ec2:CreateTags', `ec2:ap-south-1:${ACCOUNT}:instance/i-0123456789abcdef0`],
  ['ec2:StopInstances', `ec2:ap-south-1:${ACCOUNT}:instance/i-0123456789abcdef0`],
  ['dynamodb:PutItem', `dynamodb:ap-south-1:${ACCOUNT}:table/orders`],
])('what exists stays in its region, so the guardrail has to let it through: %s', async (action, resource) => {
  const { causes } = await refused(action, resource);
  expect(causes[0]).toMatchObject({ id: 'scp.region', fix: { who: 'organization-admin' } });
});

it('what the region moves is where other policies allow it', async () => {
  const only = { Effect: 'Allow', Action: 'dynamodb:*', Resource: `arn:aws:dynamodb:ap-south-1:${ACCOUNT}:table/*` };
  const text = `User: arn:aws:sts::${ACCOUNT}:assumed-role/ci/build is not authorized to perform: dynamodb:CreateTable on resource: arn:aws:dynamodb:ap-south-1:${ACCOUNT}:table/orders with an explicit deny in a service control policy`;
  const [found] = await diagnose({ text }, { source: account({ roles: [role('ci', [only])] }), scp: REGIONS });
  expect(found?.causes[0]?.fix).toMatchObject({ check: 'still-blocked' });
});
