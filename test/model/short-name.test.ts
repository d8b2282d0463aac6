import { expect, it } from 'vitest';
import { shortName } from '../../src/model/short-name.ts';

it.each([
  ['arn:aws:iam::111122223333:role/teams/ci', 'ci'],
  ['arn:aws:sqs:eu-west-1:111122223333:orders', 'orders'],
  ['arn:aws:lambda:eu-west-1:111122223333:function:orders', 'orders'],
  ['arn:aws:lambda:eu-west-1:111122223333:function:orders:prod', 'orders:prod'],
  ['arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-v2:0', 'anthropic.claude-v2:0'],
  ['arn:aws:ecs:eu-west-1:111122223333:task-definition/web:3', 'web:3'],
  ['arn:aws:s3:::data/part', 'data/part'],
  [`arn:aws:ec2:eu-west-1:111122223333:subnet/\${SubnetId}`, 'the subnet'],
  ['arn:aws:cloudformation:eu-west-1:111122223333:stack/web/5a42d3d0-3833-11ed-8a26-06f20dc37c49', 'web'],
  ['arn:aws:cloudformation:eu-west-1:111122223333:stack/web/*', 'web'],
  ['arn:aws:cloudformation:eu-west-1:111122223333:stack/*', '*'],
  ['arn:aws:ssm:eu-west-1:111122223333:parameter/cdk-bootstrap/hnb659fds/version', '/cdk-bootstrap/hnb659fds/version'],
  ['arn:aws:ssm:eu-west-1:111122223333:parameter/limit', 'limit'],
  ['arn:aws:cloudformation:eu-west-1:111122223333:stackset/guard:5a42d3d0-3833-11ed-8a26-06f20dc37c49', 'guard'],
  ['arn:aws:cloudformation:eu-west-1:aws:transform/Serverless-2016-10-31', 'Serverless-2016-10-31'],
  ['arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/73e2d6bc24d8a067', 'web'],
  ['arn:aws:kafka:eu-west-1:111122223333:cluster/log/5a42d3d0-3833-11ed-8a26-06f20dc37c49-2', 'log'],
  ['arn:aws:kafka:eu-west-1:111122223333:topic/log/5a42d3d0-3833-11ed-8a26-06f20dc37c49-2/orders', 'orders'],
  [
    'arn:aws:kms:eu-west-1:111122223333:key/5a42d3d0-3833-11ed-8a26-06f20dc37c49',
    '5a42d3d0-3833-11ed-8a26-06f20dc37c49',
  ],
  ['role voclabs', 'role voclabs'],
])('%s is %s', (resource, name) => {
  expect(shortName(resource)).toBe(name);
});
