import { expect, it } from 'vitest';
import { commandForPolicy } from '../../src/reference/resources/resource-policies.ts';

it.each([
  ['arn:aws:s3:::artifacts', 'aws s3api get-bucket-policy --bucket artifacts --query Policy --output text'],
  [
    'arn:aws:s3:eu-west-1:111122223333:accesspoint/reports',
    'aws s3control get-access-point-policy --account-id 111122223333 --name reports --query Policy --output text --region eu-west-1',
  ],
  [
    'arn:aws:ecr:eu-west-1:111122223333:repository/team/app',
    'aws ecr get-repository-policy --repository-name team/app --query policyText --output text --region eu-west-1',
  ],
  ['arn:aws:s3:::$(id)', undefined],
])('the policy of %s is shown by: %s', (resource, command) => {
  expect(commandForPolicy(resource)).toBe(command);
});
