import { describe, expect, it } from 'vitest';
import { lastingName } from '../../src/reference/lasting-names.ts';

const ID = '11c70fed-c53b-4468-856b-90ae2b7d0689';
const LOGS = 'arn:aws:logs:eu-west-1:111122223333:log-group:';

describe('the lasting name of a resource', () => {
  it.each([
    ['logs:CreateLogStream', `${LOGS}/aws/codebuild/site:log-stream:${ID}`, `${LOGS}/aws/codebuild/site:log-stream:*`],
    [
      'logs:PutLogEvents',
      `${LOGS}/aws/lambda/f:log-stream:2026/01/02/[$LATEST]9f7b0c1d2e3f4a5b6c7d8e9f0a1b2c3d`,
      `${LOGS}/aws/lambda/f:log-stream:*`,
    ],
    [
      'logs:CreateLogStream',
      `${LOGS}/ecs/web:log-stream:web/app/9f7b0c1d2e3f4a5b6c7d8e9f0a1b2c3d`,
      `${LOGS}/ecs/web:log-stream:*`,
    ],
    [
      'cloudformation:DescribeStacks',
      `arn:aws:cloudformation:eu-west-1:111122223333:stack/CDKToolkit/${ID}`,
      'arn:aws:cloudformation:eu-west-1:111122223333:stack/CDKToolkit/*',
    ],
    [
      'ecs:RunTask',
      'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:17',
      'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:*',
    ],
    [
      'states:DescribeExecution',
      `arn:aws:states:eu-west-1:111122223333:execution:orders:${ID}`,
      'arn:aws:states:eu-west-1:111122223333:execution:orders:*',
    ],
  ])('%s on %s', (action, arn, wanted) => {
    expect(lastingName(action, arn)).toBe(wanted);
  });

  it.each([
    ['a stream that the program named', 'logs:PutLogEvents', `${LOGS}app:log-stream:web-1`],
    ['reading one stream', 'logs:GetLogEvents', `${LOGS}/aws/codebuild/site:log-stream:${ID}`],
    [
      'a stack that is called by its name',
      'cloudformation:DescribeStacks',
      'arn:aws:cloudformation:eu-west-1:111122223333:stack/site/*',
    ],
    ['a key', 'kms:Decrypt', `arn:aws:kms:eu-west-1:111122223333:key/${ID}`],
    ['one task', 'ecs:StopTask', 'arn:aws:ecs:eu-west-1:111122223333:task/web/9f7b0c1d2e3f4a5b6c7d8e9f0a1b2c3d'],
  ])('%s stays as it is', (_, action, arn) => {
    expect(lastingName(action, arn)).toBe(arn);
  });
});
