import { expect, it } from 'vitest';
import { diagnose, openSnapshot } from '../../src/index.ts';

const ACCOUNT = '111122223333';
const ANA = `arn:aws:iam::${ACCOUNT}:user/ana`;
const OTHER = '444455556666';

/** Ana's inline policy allows these actions; no policy of a resource was read. */
function allowing(...Action: string[]) {
  const PolicyDocument = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] };
  const ana = { UserName: 'ana', UserId: 'AIDAEXAMPLE', Arn: ANA, Path: '/' };
  return openSnapshot({
    denytrace: 'snapshot/1',
    scope: 'request',
    accounts: {
      [ACCOUNT]: {
        organizationId: null,
        authorizationDetails: {
          UserDetailList: [{ ...ana, UserPolicyList: [{ PolicyName: 'Work', PolicyDocument }] }],
        },
      },
    },
  });
}

const KEY = 'key/1234abcd-12ab-34cd-56ef-1234567890ab';

it.each([
  ['a queue of the account', 'sqs:SendMessage', `arn:aws:sqs:eu-west-1:${ACCOUNT}:orders`, 'no-deny'],
  ['a queue of another account', 'sqs:SendMessage', `arn:aws:sqs:eu-west-1:${OTHER}:orders`, 'allow'],
  ['a key of the account', 'kms:Decrypt', `arn:aws:kms:eu-west-1:${ACCOUNT}:${KEY}`, 'allow'],
  ['a bucket of an unknown account', 's3:GetObject', 'arn:aws:s3:::reports/a', 'allow'],
])('the unread policy of %s, with an identity policy that allows it', async (_what, action, resource, need) => {
  const request = { principal: ANA, action, resource };
  const [diagnosis] = await diagnose({ request }, { source: allowing(action) });
  expect(diagnosis?.requirements.find(({ id }) => id === 'resource')).toMatchObject({ need, status: 'open' });
});

it('the unread policy of a queue of the account has to allow what no identity policy does', async () => {
  const request = { principal: ANA, action: 'sqs:SendMessage', resource: `arn:aws:sqs:eu-west-1:${ACCOUNT}:orders` };
  const [diagnosis] = await diagnose({ request }, { source: allowing('s3:GetObject') });
  expect(diagnosis?.requirements.find(({ id }) => id === 'resource')).toMatchObject({ need: 'allow' });
});

it('and where AWS says that it lacks an Allow', async () => {
  const resource = `arn:aws:sqs:eu-west-1:${ACCOUNT}:orders`;
  const text = `User: ${ANA} is not authorized to perform: sqs:SendMessage on resource: ${resource} because no resource-based policy allows the sqs:SendMessage action`;
  const [diagnosis] = await diagnose({ text }, { source: allowing('sqs:SendMessage') });
  expect(diagnosis?.requirements.find(({ id }) => id === 'resource')).toMatchObject({ need: 'allow' });
});

it.each([
  ['the user itself', { AWS: ANA }, 'no-deny'],
  ['the account alone', { AWS: `arn:aws:iam::${ACCOUNT}:root` }, 'allow'],
])('the unread identity policies, with a queue policy that names %s', async (_what, Principal, need) => {
  const queue = `arn:aws:sqs:eu-west-1:${ACCOUNT}:orders`;
  const Statement = [{ Effect: 'Allow', Principal, Action: 'sqs:SendMessage', Resource: queue }];
  const source = openSnapshot({
    denytrace: 'snapshot/1',
    scope: 'request',
    accounts: {
      [ACCOUNT]: { organizationId: null, resourcePolicies: { [queue]: { Version: '2012-10-17', Statement } } },
    },
  });
  const request = { principal: ANA, action: 'sqs:SendMessage', resource: queue };
  const [diagnosis] = await diagnose({ request }, { source });
  expect(diagnosis?.verdict).toBe('undetermined');
  expect(diagnosis?.requirements.find(({ id }) => id === 'identity')).toMatchObject({ need, status: 'open' });
});
