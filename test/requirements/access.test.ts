import { describe, expect, it } from 'vitest';
import { alsoNeeded, commandsOf, denied, refused, requirementsOf, statementsOf } from './requirements-of.ts';

const USER = 'arn:aws:iam::111122223333:user/ana';
const ROOT = 'arn:aws:iam::111122223333:root';
const KEY = '1234abcd-12ab-34cd-56ef-1234567890ab';

function permission(action: string, resource: string | readonly string[]) {
  return { Effect: 'Allow', Action: action, Resource: resource };
}

describe('the resource in the statement for an identity policy', () => {
  it.each([
    [
      '"*" where the action has no resource level, whatever the text names',
      'ec2:DescribeInstances',
      'arn:aws:ec2:eu-west-1:111122223333:instance/i-0',
      '*',
    ],
    [
      'as the text has it',
      'sqs:SendMessage',
      'arn:aws:sqs:eu-west-1:111122223333:orders',
      'arn:aws:sqs:eu-west-1:111122223333:orders',
    ],
    ['"*" where AWS asked for "*"', 's3:ListBucket', '*', '*'],
    [
      'a bare name in its ARN',
      'codecommit:GetBranch',
      'my-example-resource',
      'arn:aws:codecommit:REGION:111122223333:my-example-resource',
    ],
    ['an object by its URL', 's3:GetObject', 's3://logs/2026/a.log', 'arn:aws:s3:::logs/2026/a.log'],
    ['none: tokens', 'codecommit:GetBranch', null, 'arn:aws:codecommit:REGION:111122223333:REPOSITORY_NAME'],
    [
      'a policy variable in a name: a token',
      'lambda:InvokeFunction',
      `arn:aws:lambda:eu-west-1:111122223333:function:${'$'}{aws:username}`,
      'arn:aws:lambda:eu-west-1:111122223333:function:FUNCTION_NAME',
    ],
    ['an action that nobody knows', 'nothing:OfTheKind', null, 'RESOURCE_ARN'],
  ])('%s', async (_, action, resource, expected) => {
    const found = await requirementsOf(denied(USER, action, resource));
    expect(statementsOf(found['identity'])).toEqual([permission(action, expected)]);
  });
});

/** What the identity policy and the resource's policy need besides, each way of each. */
describe('an identity policy and the policy of the resource', () => {
  it.each([
    [
      'one of them is enough in one account',
      USER,
      'sqs:SendMessage',
      'arn:aws:sqs:eu-west-1:111122223333:orders',
      [[]],
      [[]],
    ],
    [
      'both are needed across accounts',
      USER,
      'sqs:SendMessage',
      'arn:aws:sqs:eu-west-1:444455556666:orders',
      [['resource']],
      [['identity'], ['identity']],
    ],
    [
      'a key policy that names the caller is enough, one that names the account is not',
      USER,
      'kms:Decrypt',
      `arn:aws:kms:eu-west-1:111122223333:key/${KEY}`,
      [['resource']],
      [[], ['identity']],
    ],
    [
      'a key of another account needs both',
      USER,
      'kms:Decrypt',
      `arn:aws:kms:eu-west-1:444455556666:key/${KEY}`,
      [['resource']],
      [['identity'], ['identity']],
    ],
  ])('%s', async (_, caller, action, resource, ofIdentity, ofResource) => {
    const found = await requirementsOf(denied(caller, action, resource));
    expect(alsoNeeded(found['identity'])).toEqual(ofIdentity);
    expect(alsoNeeded(found['resource'])).toEqual(ofResource);
  });

  it.each([
    [
      'a bucket',
      's3:GetObject',
      'arn:aws:s3:::reports/a.csv',
      { Resource: 'arn:aws:s3:::reports/a.csv' },
      'aws s3api get-bucket-policy --bucket reports --query Policy --output text',
    ],
    [
      'a queue',
      'sqs:SendMessage',
      'arn:aws:sqs:eu-west-1:444455556666:orders',
      { Resource: 'arn:aws:sqs:eu-west-1:444455556666:orders' },
      'aws sqs get-queue-attributes --queue-url QUEUE_URL --attribute-names Policy --region eu-west-1',
    ],
    [
      'a key',
      'kms:Decrypt',
      `arn:aws:kms:eu-west-1:444455556666:key/${KEY}`,
      { Resource: '*' },
      `aws kms get-key-policy --key-id arn:aws:kms:eu-west-1:444455556666:key/${KEY} --policy-name default --query Policy --output text --region eu-west-1`,
    ],
    [
      'a function',
      'lambda:InvokeFunction',
      'arn:aws:lambda:eu-west-1:444455556666:function:f',
      { Resource: 'arn:aws:lambda:eu-west-1:444455556666:function:f' },
      'aws lambda get-policy --function-name arn:aws:lambda:eu-west-1:444455556666:function:f --query Policy --output text --region eu-west-1',
    ],
  ])('the statement for %s and the command that shows its policy', async (_, action, resource, element, command) => {
    const found = (await requirementsOf(denied(USER, action, resource)))['resource'];
    expect(statementsOf(found)[0]).toEqual({ Effect: 'Allow', Principal: { AWS: USER }, Action: action, ...element });
    expect(commandsOf(found)).toEqual([command]);
  });

  it('the policy of an ECR repository has no Resource', async () => {
    const resource = 'arn:aws:ecr:eu-west-1:444455556666:repository/team/app';
    const found = (await requirementsOf(denied(USER, 'ecr:BatchGetImage', resource)))['resource'];
    expect(statementsOf(found)).toEqual([
      { Effect: 'Allow', Principal: { AWS: USER }, Action: 'ecr:BatchGetImage' },
      { Effect: 'Allow', Principal: { AWS: ROOT }, Action: 'ecr:BatchGetImage' },
    ]);
  });

  it.each([
    ['ec2:StopInstances', 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0'],
    ['codecommit:GetBranch', 'arn:aws:codecommit:eu-west-1:444455556666:app'],
  ])('%s: no resource of the service has a policy', async (action, resource) => {
    expect((await requirementsOf(denied(USER, action, resource)))['resource']).toBeUndefined();
  });
});

describe('what goes with the action', () => {
  it('S3 answers 403 for an object that does not exist, without s3:ListBucket', async () => {
    const found = await requirementsOf(refused('GetObject'));
    expect(statementsOf(found['list-bucket.identity'])).toEqual([
      permission('s3:ListBucket', 'arn:aws:s3:::BUCKET_NAME'),
    ]);
  });

  it('not where AWS says that s3:GetObject was denied', async () => {
    const found = await requirementsOf(denied(USER, 's3:GetObject', 'arn:aws:s3:::reports/a.csv'));
    expect(found['list-bucket.identity']).toBeUndefined();
    expect(Object.keys(found)[0]).toBe('resource');
    expect(found['resource']?.likely).toContain('account or organization');
  });

  it('not where AWS names the policy that does not allow it', async () => {
    const because = ' because no identity-based policy allows the s3:GetObject action';
    const found = await requirementsOf(denied(USER, 's3:GetObject', 'arn:aws:s3:::reports/a.csv', because));
    expect(found['list-bucket.identity']).toBeUndefined();
  });

  it('a secret of another account has a key of its own, which both policies have to allow', async () => {
    const secret = 'arn:aws:secretsmanager:eu-west-1:444455556666:secret:db-AbCdEf';
    const found = await requirementsOf(denied(USER, 'secretsmanager:GetSecretValue', secret));
    expect(statementsOf(found['kms.identity'])).toEqual([
      permission('kms:Decrypt', 'arn:aws:kms:eu-west-1:444455556666:key/KEY_ID'),
    ]);
    expect(statementsOf(found['kms.resource'])[0]).toMatchObject({ Principal: { AWS: USER }, Resource: '*' });
  });

  it('the permission that the text says is needed as well', async () => {
    const found = await requirementsOf(
      'User with accountId: 111122223333 is not authorized to perform CreateLogGroup with Tags. An additional permission "logs:TagResource" is required.',
    );
    expect(found['identity']).toMatchObject({
      request: { action: 'logs:TagResource' },
      likely: 'AWS says that logs:TagResource is required beside logs:CreateLogGroup',
    });
  });
});

describe('what AWS says', () => {
  const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:orders';

  it.each([
    ['identity-based', 'identity', 'AWS says that no identity policy allows it'],
    ['session', 'session', 'AWS says that no session policy allows it'],
    ['permissions boundary', 'boundary', 'AWS says that no permissions boundary allows it'],
    ['service control', 'scp', 'AWS says that no service control policy allows it'],
  ])('no %s policy allows it: that stands first', async (words, id, likely) => {
    const caller = 'arn:aws:sts::111122223333:assumed-role/ci/build-7';
    const policy = words.endsWith('boundary') ? words : `${words} policy`;
    const found = await requirementsOf(
      denied(caller, 'sqs:SendMessage', QUEUE, ` because no ${policy} allows the sqs:SendMessage action`),
    );
    expect(Object.keys(found)[0]).toBe(id);
    expect(found[id]).toMatchObject({ need: 'allow', likely });
  });
});

describe('texts without a request', () => {
  it('a key whose user is not named: its policy can name the account', async () => {
    const found = await requirementsOf(refused('Decrypt', 'AccessDeniedException', 'not authorized'));
    expect(statementsOf(found['resource']).map(({ Principal }) => Principal)).toEqual([
      { AWS: 'CALLER_ARN' },
      { AWS: 'arn:aws:iam::ACCOUNT:root' },
    ]);
  });

  it('EC2 names the operation only: its own action', async () => {
    const found = await requirementsOf(refused('DescribeInstances', 'UnauthorizedOperation'));
    expect(statementsOf(found['identity'])).toEqual([permission('ec2:DescribeInstances', '*')]);
    expect(found['identity']?.placeholders.map(({ token }) => token)).toEqual(['USER_NAME', 'CALLER_ROLE_NAME']);
  });

  it.each([
    [
      'no policy decides GetSessionToken',
      refused('GetSessionToken', 'AccessDenied', 'Cannot call GetSessionToken with session credentials'),
    ],
    ['credentials were refused', refused('ListBuckets', 'ExpiredToken', 'The provided token has expired.')],
  ])('%s: nothing has to be in place', async (_, text) => {
    expect(await requirementsOf(text)).toEqual({});
  });
});
