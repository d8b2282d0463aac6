import { expect, it } from 'vitest';
import { shortName } from '../../src/model/short-name.ts';

it.each([
  ['arn:aws:iam::111122223333:role/teams/ci', 'ci'],
  ['arn:aws:sqs:eu-west-1:111122223333:orders', 'orders'],
  ['arn:aws:lambda:eu-west-1:111122223333:function:orders', 'orders'],
  ['arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-v2:0', 'anthropic.claude-v2:0'],
  ['arn:aws:ecs:eu-west-1:111122223333:task-definition/web:3', 'web:3'],
  ['arn:aws:s3:::data/part', 'data/part'],
  [`arn:aws:ec2:eu-west-1:111122223333:subnet/\${SubnetId}`, 'the subnet'],
  ['role voclabs', 'role voclabs'],
])('%s is %s', (resource, name) => {
  expect(shortName(resource)).toBe(name);
});
