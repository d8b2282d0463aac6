import { expect, it } from 'vitest';
import { denied, refused, requirementsOf, statementsOf } from './requirements-of.ts';

it.each([
  [
    'ec2:CreateFlowLogs',
    refused('CreateFlowLogs', 'UnauthorizedOperation'),
    'arn:aws:ec2:REGION:ACCOUNT:vpc-flow-log/*',
  ],
  ['ec2:CreateVpc', refused('CreateVpc', 'UnauthorizedOperation'), 'arn:aws:ec2:REGION:ACCOUNT:vpc/*'],
])('what %s creates has no id before the call', async (_, text, resource) => {
  const { identity } = await requirementsOf(text);
  expect(statementsOf(identity).flatMap(({ Resource }) => Resource)).toContain(resource);
});

it('a masked account becomes a token, and a prefix in capitals is a service', async () => {
  const topic = 'arn:aws:sns:us-east-1:*account id*:alerts';
  const found = await requirementsOf(
    denied(
      'arn:aws:iam::111122223333:user/no-perm',
      'SNS:Publish',
      topic,
      ' because no resource-based policy allows the SNS:Publish action',
    ),
  );
  expect(statementsOf(found['resource'])).toMatchObject([
    { Action: 'sns:Publish', Resource: 'arn:aws:sns:us-east-1:ACCOUNT:alerts' },
  ]);
});

it('null in place of the name of a role is no role to look at', async () => {
  const { trust } = await requirementsOf(
    'ECS was unable to assume the role arn:aws:iam::111122223333:role/null that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.',
  );
  expect(trust?.show.map(({ argv }) => argv.join(' '))).not.toContain(expect.stringContaining('--role-name null'));
  expect(trust?.target.name).toBe('ROLE_NAME');
});
