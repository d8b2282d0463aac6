import { describe, expect, it } from 'vitest';
import { resourceOfRun } from '../../src/reference/resources/resource-of-run.ts';
import { actionFacts } from '../../src/reference/service-facts.ts';

const LOGS = 'arn:aws:logs:eu-west-1:111122223333:log-group:';
const STACK = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/shop/';
const EXECUTION = 'arn:aws:states:eu-west-1:111122223333:execution:orders:';
const TASKS = 'arn:aws:ecs:eu-west-1:111122223333:task-definition/shop:';

const UUID = '425ff8c6-6da1-4563-b743-60bb1853338e';
const HEX = '8a1f0c3d5e7b9a2c4d6e8f0a1b3c5d7e';

describe('a resource of one run', () => {
  it.each([
    ['Lambda', 'logs:PutLogEvents', `${LOGS}/aws/lambda/shop:`, `log-stream:2026/11/30/[$LATEST]${HEX}`],
    ['a version of a function', 'logs:CreateLogStream', `${LOGS}/aws/lambda/shop:`, `log-stream:2026/11/30/[17]${HEX}`],
    ['Lambda, in a group of several', 'logs:PutLogEvents', `${LOGS}shop:`, `log-stream:2026/11/30/f[$LATEST]${HEX}`],
    ['CodeBuild', 'logs:CreateLogStream', `${LOGS}/aws/codebuild/shop:`, `log-stream:${UUID}`],
    ['CodeBuild, with a prefix', 'logs:CreateLogStream', `${LOGS}builds:`, `log-stream:shop/${UUID}`],
    ['ECS', 'logs:CreateLogStream', `${LOGS}/ecs/shop:`, `log-stream:ecs/web/${HEX}`],
    ['AWS Batch', 'logs:PutLogEvents', `${LOGS}/aws/batch/job:`, `log-stream:report/default/${HEX}`],
    ['a stack', 'cloudformation:UpdateStack', STACK, UUID],
    ['an execution', 'states:StopExecution', EXECUTION, UUID],
    ['an execution with a name', 'states:DescribeExecution', EXECUTION, 'nightly-2026-11-30'],
    ['a revision', 'ecs:RunTask', TASKS, '17'],
  ])('%s: every run is covered', (_, action, stays, run) => {
    const found = resourceOfRun(action, `${stays}${run}`);
    expect(found?.covers).toBe(`${stays}*`);
    expect(found?.note).toMatch(/^it covers every .*, not only the denied one, because /);
    // AWS knows the action.
    expect(actionFacts(action)).toBeDefined();
  });

  it('is known in a masked account', () => {
    const arn = `arn:aws:logs:us-east-1:***:log-group:/aws/codebuild/shop:log-stream:${UUID}`;
    expect(resourceOfRun('logs:PutLogEvents', arn)?.covers).toBe(
      'arn:aws:logs:us-east-1:***:log-group:/aws/codebuild/shop:*',
    );
  });

  it.each([
    ['a log stream with a name of its own', 'logs:PutLogEvents', `${LOGS}shop:log-stream:web`],
    ['the stream of an instance', 'logs:PutLogEvents', `${LOGS}shop:log-stream:i-0123456789abcdef0`],
    ['a log group', 'logs:CreateLogGroup', `${LOGS}/aws/lambda/shop`],
    ['a group whose streams are all covered', 'logs:PutLogEvents', `${LOGS}/aws/lambda/shop:*`],
    ['what is read is this one', 'logs:GetLogEvents', `${LOGS}shop:log-stream:${UUID}`],
    ['what is deleted is this one', 'logs:DeleteLogStream', `${LOGS}shop:log-stream:${UUID}`],
    ['a stack of any id', 'cloudformation:CreateStack', `${STACK}*`],
    ['every execution', 'states:StopExecution', `${EXECUTION}*`],
    ['a state machine', 'states:StartExecution', 'arn:aws:states:eu-west-1:111122223333:stateMachine:orders'],
    ['a revision that is removed', 'ecs:DeregisterTaskDefinition', `${TASKS}17`],
    ['a task', 'ecs:StopTask', `arn:aws:ecs:eu-west-1:111122223333:task/shop/${HEX}`],
    ['a job', 'batch:TerminateJob', `arn:aws:batch:eu-west-1:111122223333:job/${UUID}`],
    ['a key', 'kms:Decrypt', `arn:aws:kms:eu-west-1:111122223333:key/${UUID}`],
    ['an object', 's3:PutObject', `arn:aws:s3:::shop/${UUID}`],
  ])('is not: %s', (_, action, arn) => {
    expect(resourceOfRun(action, arn)).toBeUndefined();
  });
});
