import { describe, expect, it } from 'vitest';
import { SERVICE_KEYS } from '../../src/reference/keys/service-keys.ts';
import { commandsOf, diagnosisOf, refused, requirementsOf, statementsOf } from './requirements-of.ts';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const OF_RDS = refused(
  'CreateDBInstance',
  'KMSKeyNotAccessibleFault',
  `The specified KMS key [${KEY}] does not exist, is not enabled or you do not have permissions to access it.`,
);
const GROUP = 'arn:aws:logs:eu-west-1:111122223333:log-group:app';
const ofLogs = (arn: string) =>
  `AccessDeniedException: The specified KMS key does not exist or is not allowed to be used with LogGroup '${arn}'`;

describe('a service that cannot use a KMS key', () => {
  it('CloudWatch Logs itself is let in by the key policy, for the log group of the text', async () => {
    const found = await requirementsOf(ofLogs(GROUP));
    expect(Object.keys(found)).toEqual(['key.resource']);
    expect(statementsOf(found['key.resource'])).toEqual([
      {
        Effect: 'Allow',
        Principal: { Service: 'logs.eu-west-1.amazonaws.com' },
        Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
        Resource: '*',
        Condition: { ArnEquals: { 'kms:EncryptionContext:aws:logs:arn': GROUP } },
      },
    ]);
    expect(commandsOf(found['key.resource'])).toContain('aws kms describe-key --key-id KEY_ARN --region eu-west-1');
  });

  it('a masked account in the text is a token in the statement', async () => {
    const found = await requirementsOf(ofLogs(GROUP.replace('111122223333', '***')));
    expect(statementsOf(found['key.resource'])).toMatchObject([
      { Condition: { ArnEquals: { 'kms:EncryptionContext:aws:logs:arn': GROUP.replace('111122223333', 'ACCOUNT') } } },
    ]);
  });

  it('EC2 Auto Scaling uses it by its service-linked role, which makes grants', async () => {
    const found = await requirementsOf('Termination Reason: Client.InternalError: Client error on launch');
    const role = 'arn:aws:iam::ACCOUNT:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling';
    expect(statementsOf(found['key.resource'])).toMatchObject([
      { Principal: { AWS: role } },
      {
        Principal: { AWS: role },
        Action: 'kms:CreateGrant',
        Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      },
    ]);
  });

  it('Lambda decrypts with the role of the function, whoever invoked it', async () => {
    const found = await requirementsOf(
      refused(
        'Invoke',
        'KMSAccessDeniedException',
        "Lambda was unable to decrypt the environment variables because KMS access was denied. Please check the function's KMS key settings.",
      ),
    );
    expect(found['key.identity']?.target.attachedTo).toBe('arn:aws:iam::CALLER_ACCOUNT:role/CALLER_ROLE_NAME');
    expect(statementsOf(found['key.identity'])).toMatchObject([{ Action: 'kms:Decrypt' }]);
  });

  it('CloudTrail is let in by the key policy, for its trails', async () => {
    const found = await requirementsOf(
      refused(
        'CreateTrail',
        'InsufficientEncryptionPolicyException',
        `Insufficient permissions to access S3 bucket trails or KMS key ${KEY}.`,
      ),
    );
    expect(statementsOf(found['key.resource'])).toMatchObject([
      {
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:cloudtrail:eu-west-1:ACCOUNT:*' } },
      },
    ]);
  });

  it('SNS is let in by the key policy of an encrypted queue, for the topic of its delivery log', async () => {
    const found = await requirementsOf(
      JSON.stringify({
        notification: { topicArn: 'arn:aws:sns:eu-west-1:111122223333:alarms' },
        delivery: {
          destination: 'arn:aws:sqs:eu-west-1:111122223333:alarms',
          providerResponse: JSON.stringify({
            ErrorCode: 'KMS.AccessDeniedException',
            ErrorMessage: 'null (Service: AWSKMS; Status Code: 400; Error Code: AccessDeniedException; Proxy: null)',
            sqsRequestId: 'Unrecoverable',
          }),
        },
        status: 'FAILURE',
      }),
    );
    expect(statementsOf(found['key.resource'])).toMatchObject([
      {
        Principal: { Service: 'sns.amazonaws.com' },
        Action: ['kms:GenerateDataKey*', 'kms:Decrypt'],
        Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:alarms' } },
      },
    ]);
  });

  it('RDS uses it for its caller: identity policy and key policy, only through RDS', async () => {
    const found = await requirementsOf(OF_RDS);
    const via = { StringEquals: { 'kms:ViaService': 'rds.eu-west-1.amazonaws.com' } };
    expect(statementsOf(found['key.identity'])).toEqual([
      { Effect: 'Allow', Action: ['kms:CreateGrant', 'kms:DescribeKey'], Resource: KEY, Condition: via },
    ]);
    const asked = { Action: ['kms:CreateGrant', 'kms:DescribeKey'], Resource: '*', Condition: via };
    // Names the caller, or the account.
    expect(statementsOf(found['key.resource'])).toMatchObject([asked, asked]);
  });

  it('DynamoDB passes on what KMS said, and uses the key for its caller', async () => {
    const said =
      'KMS key access denied error: com.amazonaws.services.kms.model.AWSKMSException: The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access. (Service: AWSKMS; Status Code: 400; Error Code: AccessDeniedException; Request ID: 0e35c348-57ef-4b0a-81e7-87e3fd0e4344; Proxy: null)';
    const text = refused('PutItem', 'AccessDeniedException', said);
    // What KMS alone says of the key is said by the cause.
    expect((await diagnosisOf(text)).causes.map(({ id }) => id)).toEqual(['resource.key-not-usable']);
    const found = await requirementsOf(text);
    expect(statementsOf(found['key.identity'])).toMatchObject([
      {
        Action: expect.arrayContaining(['kms:Decrypt', 'kms:CreateGrant']),
        Condition: { StringEquals: { 'kms:ViaService': 'dynamodb.REGION.amazonaws.com' } },
      },
    ]);
  });

  it('what was called is allowed: nothing is asked of its own action', async () => {
    const found = await requirementsOf(OF_RDS);
    expect(Object.values(found).map(({ request }) => request.action)).toEqual(['kms:CreateGrant', 'kms:CreateGrant']);
  });

  it('where the text names no service, nothing is narrowed down to one', async () => {
    const found = await requirementsOf(
      'AccessDeniedException: The ciphertext references a key that doesn’t exist or that you don’t have access to.'.replaceAll(
        '’',
        "'",
      ),
    );
    expect(JSON.stringify(found)).not.toContain('kms:ViaService');
  });

  it.each(SERVICE_KEYS.flatMap(({ name, phrases }) => phrases.map((phrase) => [name, phrase] as const)))(
    'is the likely cause where %s says: %s',
    async (_, phrase) => {
      const { causes } = await diagnosisOf(refused('CreateThing', 'AccessDeniedException', phrase));
      expect(causes.map(({ id, rung }) => [id, rung])).toEqual([['resource.key-not-usable', 'likely']]);
    },
  );

  it('a sentence that names the caller and the action says more, and decides', async () => {
    const found = await requirementsOf(
      `User: arn:aws:iam::111122223333:user/ana is not authorized to perform: kms:Decrypt on resource: ${KEY}\nAccess to KMS is not allowed`,
    );
    expect(Object.keys(found)).toContain('identity');
    expect(Object.keys(found)).not.toContain('key.identity');
  });
});
