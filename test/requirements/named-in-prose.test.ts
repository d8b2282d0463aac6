import { describe, expect, it } from 'vitest';
import { alsoNeeded, denied, diagnosisOf, refused, requirementsOf, statementsOf } from './requirements-of.ts';

const USER = 'arn:aws:iam::111122223333:user/ana';

describe('what the text says beside the sentence', () => {
  it('a parameter that refers to a secret needs the secret as well', async () => {
    const found = await requirementsOf(
      denied(
        USER,
        'ssm:GetParameters',
        'arn:aws:ssm:eu-west-1:111122223333:parameter/aws/reference/secretsmanager/licence',
      ),
    );
    expect(statementsOf(found['secret.identity'])).toEqual([
      {
        Effect: 'Allow',
        Action: 'secretsmanager:GetSecretValue',
        Resource: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:licence-??????',
      },
    ]);
  });

  it('another parameter needs no secret', async () => {
    const found = await requirementsOf(
      denied(USER, 'ssm:GetParameters', 'arn:aws:ssm:eu-west-1:111122223333:parameter/licence'),
    );
    expect(found['secret.identity']).toBeUndefined();
  });

  it('the object that CloudFormation could not read', async () => {
    const found = await requirementsOf(
      'Your access has been denied by S3, please make sure your request credentials have permission to GetObject for code-eu-west-1/app/fn.zip. S3 Error Code: AccessDenied. S3 Error Message: Access Denied',
    );
    expect(statementsOf(found['identity'])).toMatchObject([{ Resource: 'arn:aws:s3:::code-eu-west-1/app/fn.zip' }]);
  });

  it('an action that does not exist, and the only one of that name', async () => {
    const found = await requirementsOf(
      denied(USER, 'ec2:CreateRole', null, ' because no identity-based policy allows the ec2:CreateRole action'),
    );
    expect(statementsOf(found['identity'])).toMatchObject([{ Action: 'iam:CreateRole' }]);
  });

  it.each(['ec2:CreateVpc', 'nothing:OfTheKind'])('%s stays as it is', async (action) => {
    const found = await requirementsOf(denied(USER, action, null));
    expect(statementsOf(found['identity'])).toMatchObject([{ Action: action }]);
  });
});

describe('SQS names the URL and not the call', () => {
  const at = (url: string) =>
    `AmazonSQSException: Access to the resource ${url} is denied. (Service: AmazonSQS; Status Code: 403; Error Code: AccessDenied)`;

  it('without a queue: what finds, lists or creates one', async () => {
    const found = await requirementsOf(at('https://sqs.eu-west-1.amazonaws.com/'));
    expect(statementsOf(found['queue.identity']).map(({ Action }) => Action)).toEqual([
      'sqs:GetQueueUrl',
      'sqs:ListQueues',
      'sqs:CreateQueue',
    ]);
    expect(found['queue.resource']).toBeUndefined();
  });

  it('with one: what sends or receives, in an identity policy and the policy of the queue', async () => {
    const found = await requirementsOf(at('https://sqs.eu-west-1.amazonaws.com/111122223333/orders'));
    const arn = 'arn:aws:sqs:eu-west-1:111122223333:orders';
    expect(statementsOf(found['queue.identity']).map(({ Resource }) => Resource)).toEqual([arn, arn]);
    expect(statementsOf(found['queue.resource']).map(({ Resource }) => Resource)).toEqual([arn, arn]);
  });

  it.each([
    ['https://sqs.eu-west-1.amazonaws.com/111122223333/orders', 'arn:aws:sqs:eu-west-1:111122223333:orders'],
    [
      'https://eu-west-1.queue.amazonaws.com/111122223333/orders.fifo',
      'arn:aws:sqs:eu-west-1:111122223333:orders.fifo',
    ],
    ['https://sqs.cn-north-1.amazonaws.com.cn/111122223333/orders', 'arn:aws-cn:sqs:cn-north-1:111122223333:orders'],
    ['https://sqs.eu-west-1.amazonaws.com/', 'arn:aws:sqs:eu-west-1:ACCOUNT:QUEUE_NAME'],
  ])('where the text names the call as well, a policy names the queue by its ARN: %s', async (url, arn) => {
    const found = await requirementsOf(
      refused('SendMessage', 'AccessDenied', `Access to the resource ${url} is denied.`),
    );
    expect(statementsOf(found['identity'])).toMatchObject([{ Action: 'sqs:SendMessage', Resource: arn }]);
    expect(statementsOf(found['resource'])).toMatchObject([{ Resource: arn }]);
  });
});

describe('S3 says no more than "Access Denied"', () => {
  it('the calls that it usually is, on the bucket that the text names', async () => {
    const found = await requirementsOf(
      'AmazonS3Exception: Access Denied for s3://acme-logs/a.txt (Status Code: 403; Error Code: AccessDenied)',
    );
    expect(statementsOf(found['bucket.identity']).map(({ Action }) => Action)).toEqual([
      's3:GetObject',
      's3:PutObject',
      's3:ListBucket',
    ]);
    expect(statementsOf(found['bucket.resource'])[2]).toMatchObject({ Resource: 'arn:aws:s3:::acme-logs' });
  });

  it('on the objects of the bucket, where the text names that alone', async () => {
    const found = await requirementsOf(
      'The service role or action role doesn’t have the permissions required to access the Amazon S3 bucket named acme-artifacts. Error: Amazon S3:AccessDenied:Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied)',
    );
    expect(statementsOf(found['bucket.identity']).map(({ Resource }) => Resource)).toEqual([
      'arn:aws:s3:::acme-artifacts/OBJECT_NAME',
      'arn:aws:s3:::acme-artifacts/OBJECT_NAME',
      'arn:aws:s3:::acme-artifacts',
    ]);
  });

  it('not where another service may have said it', async () => {
    expect(await requirementsOf('AccessDenied: Access Denied\n\tstatus code: 403')).toEqual({});
  });
});

describe('AWS IoT', () => {
  const log = (principal: string) =>
    `{"eventType":"Connect","protocol":"MQTT","principalId":"${principal}","reason":"AUTHORIZATION_FAILURE","details":"Authorization Failure"}`;

  it('an identity of Cognito needs an AWS IoT policy and an identity policy', async () => {
    const found = await requirementsOf(log('AROAEXAMPLEID123456:CognitoIdentityCredentials'));
    expect(alsoNeeded(found['iot.policy'])).toEqual([['identity']]);
    expect(alsoNeeded(found['identity'])).toEqual([['iot.policy']]);
  });

  it('a certificate has no identity policy', async () => {
    const found = await requirementsOf(log(`${'0'.repeat(63)}1`));
    expect(Object.keys(found)).toEqual(['iot.policy']);
    expect(alsoNeeded(found['iot.policy'])).toEqual([[]]);
  });
});

describe('a call that S3 Block Public Access may reject', () => {
  it.each([
    ['a bucket policy, without a reason', refused('PutBucketPolicy')],
    [
      'a bucket policy of a stack, without a reason',
      '8:09:00 PM | CREATE_FAILED | AWS::S3::BucketPolicy | SitePolicy Resource handler returned message: "Access Denied (Service: S3, Status Code: 403, Request ID: 1, Extended Request ID: 2)" (RequestToken: 3, HandlerErrorCode: AccessDenied)',
    ],
    [
      'an upload with a public ACL',
      `$ aws s3 cp --acl public-read ./a s3://reports/a\nupload failed: ./a to s3://reports/a An error occurred (AccessDenied) when calling the PutObject operation: Access Denied`,
    ],
  ])('%s', async (_, text) => {
    const { causes } = await diagnosisOf(text);
    expect(causes.map(({ id, rung }) => [id, rung])).toContainEqual(['resource.block-public-access-likely', 'likely']);
  });

  it.each([
    ['an upload', refused('PutObject')],
    ['an upload with a private ACL', `$ aws s3 cp --acl private ./a s3://reports/a\n${refused('PutObject')}`],
    [
      'a bucket policy, with a reason',
      denied(
        USER,
        's3:PutBucketPolicy',
        'arn:aws:s3:::reports',
        ' because no identity-based policy allows the s3:PutBucketPolicy action',
      ),
    ],
  ])('not of %s', async (_, text) => {
    const { causes } = await diagnosisOf(text);
    expect(causes.map(({ id }) => id)).not.toContain('resource.block-public-access-likely');
  });
});

it('the roles of an identity pool must trust Cognito, which needs no provider in IAM', async () => {
  const found = await requirementsOf(
    'InvalidIdentityPoolConfigurationException: Invalid identity pool configuration. Check assigned IAM roles for this pool.',
  );
  const shown = JSON.stringify(found);
  expect(Object.keys(found)).not.toContain('provider');
  expect(shown).toContain('"cognito-identity.amazonaws.com:amr":"authenticated"');
  expect(shown).toContain('get-identity-pool-roles');
});
