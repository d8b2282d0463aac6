import { describe, expect, it } from 'vitest';
import { render } from '../../src/report/render.ts';
import { commandsOf, denied, diagnosisOf, requirementsOf, statementsOf } from './requirements-of.ts';

const USER = 'arn:aws:iam::111122223333:user/ana';
const $ = '$';

describe('a resource of which a part is masked keeps what can be read', () => {
  it.each([
    [
      'the table, not its index',
      'dynamodb:Query',
      'arn:aws:dynamodb:us-east-1:REDACTED:table/REDACTED/index/uuid',
      'arn:aws:dynamodb:us-east-1:ACCOUNT:table/TABLE_NAME/index/uuid',
    ],
    [
      'the index, not its table',
      'dynamodb:Query',
      'arn:aws:dynamodb:us-east-1:111122223333:table/orders/index/***',
      'arn:aws:dynamodb:us-east-1:111122223333:table/orders/index/INDEX_NAME',
    ],
    ['an object', 's3:PutObject', 'arn:aws:s3:::reports/***', 'arn:aws:s3:::reports/OBJECT_NAME'],
    ['a bucket', 's3:PutObject', 'arn:aws:s3:::<bucket>/a.csv', 'arn:aws:s3:::BUCKET_NAME/a.csv'],
    [
      'a part of a name',
      'sqs:SendMessage',
      'arn:aws:sqs:eu-west-1:111122223333:orders-xxxxxxxxxxxx',
      'arn:aws:sqs:eu-west-1:111122223333:orders-HIDDEN',
    ],
    [
      'the region',
      'sqs:SendMessage',
      'arn:aws:sqs:[region]:111122223333:orders',
      'arn:aws:sqs:REGION:111122223333:orders',
    ],
    [
      'a parameter of CloudFormation',
      'sqs:SendMessage',
      `arn:aws:sqs:${$}{AWS::Region}:${$}{AWS::AccountId}:orders`,
      'arn:aws:sqs:REGION:ACCOUNT:orders',
    ],
    ['a wildcard is none', 's3:GetObject', 'arn:aws:s3:::reports/*', 'arn:aws:s3:::reports/*'],
    ['a name with one x is none', 's3:GetObject', 'arn:aws:s3:::reports/x', 'arn:aws:s3:::reports/x'],
  ])('%s', async (_, action, resource, expected) => {
    const found = await requirementsOf(denied(USER, action, resource));
    expect(statementsOf(found['identity'])).toEqual([{ Effect: 'Allow', Action: action, Resource: expected }]);
  });
});

describe('a caller of whom a part is masked', () => {
  it.each([
    ['the role of a session', 'arn:aws:sts::***:assumed-role/app/i-0', 'app'],
    [
      'a role under a hidden qualifier',
      'arn:aws:sts::<acct>:assumed-role/cdk-<q>-deploy-role/cdk',
      'cdk-HIDDEN-deploy-role',
    ],
    ['what is left of a session', '.../MB-EmployeeAccess/j.doe', 'MB-EmployeeAccess'],
  ])('%s is named in the commands', async (_, caller, name) => {
    const found = await requirementsOf(denied(caller, 'sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:orders'));
    expect(commandsOf(found['identity']).join('\n')).toContain(`'${name}'`);
  });

  it('who is hidden as a whole is a token', async () => {
    const found = await requirementsOf(denied('arn:aws:sts::***:assumed-role/REDACTED', 'sqs:ListQueues', '*'));
    expect(commandsOf(found['identity']).join('\n')).toContain(`'CALLER_ROLE_NAME'`);
  });
});

describe('a variable in an ARN that was not replaced', () => {
  it.each([
    ['sts:AssumeRole', `arn:aws:iam::${$}{AWS::AccountId}:role/cdk-lookup-${$}{AWS::Region}`],
    ['s3:PutObject', 'arn:aws:s3:::{{bucket_name}}/a.csv'],
    ['s3:PutObject', 'arn:aws:s3:::undefined/a.csv'],
    ['sqs:SendMessage', 'arn:aws:sqs:eu-west-1:None:orders'],
  ])('is likely the cause: %s on %s', async (action, resource) => {
    const { causes } = await diagnosisOf(denied(USER, action, resource));
    expect(causes.map(({ id, rung }) => [id, rung])).toContainEqual(['resource.variable-not-set', 'likely']);
  });

  it.each([
    ['a mask', 'arn:aws:s3:::***/a.csv'],
    ['a name that only begins so', 'arn:aws:s3:::nullable/undefined-values.csv'],
  ])('is not meant by %s', async (_, resource) => {
    const { causes } = await diagnosisOf(denied(USER, 's3:PutObject', resource));
    expect(causes.map(({ id }) => id)).not.toContain('resource.variable-not-set');
  });
});

describe('an ARN that was cut', () => {
  it.each([
    ['in the account', 'arn:aws:dynamodb:eu-west-1:1234'],
    ['behind the region', 'arn:aws:dynamodb:eu-west-1:'],
    ['in the account, with dots', 'arn:aws:dynamodb:eu-west-1:12...'],
    ['before the resource', 'arn:aws:dynamodb:eu-west-1:111122223333:…'],
    ['in the kind of resource', 'arn:aws:dynamodb:eu-west-1:111122223333:tab...'],
  ])('%s keeps the region and the account', async (_, resource) => {
    const caller = 'arn:aws:sts::111122223333:assumed-role/app/1';
    const found = await requirementsOf(denied(caller, 'dynamodb:PutItem', resource));
    expect(statementsOf(found['identity'])).toEqual([
      {
        Effect: 'Allow',
        Action: 'dynamodb:PutItem',
        Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/TABLE_NAME',
      },
    ]);
  });

  it('is said to be cut, and a whole one is not', async () => {
    const report = async (resource: string) =>
      render([await diagnosisOf(denied('arn:aws:iam::111122223333:user/ana', 'dynamodb:PutItem', resource))], 'text');
    expect(await report('arn:aws:dynamodb:eu-west-1:1234')).toContain('the ARN is cut in the text');
    expect(await report('arn:aws:dynamodb:eu-west-1:111122223333:table/a')).not.toContain('cut');
    expect(await report('arn:aws:s3:::reports')).not.toContain('cut');
  });
});
