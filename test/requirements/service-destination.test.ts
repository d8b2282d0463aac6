import { describe, expect, it } from 'vitest';
import { requirementList } from '../../src/report/words/requirements/requirement.ts';
import { commandsOf, denied, diagnosisOf, refused, requirementsOf, statementsOf } from './requirements-of.ts';

async function wordsOf(text: string): Promise<string> {
  const list = requirementList(await diagnosisOf(text));
  const lines = (list?.items ?? []).flatMap((item) => item.lines);
  return lines.flatMap((line) => (line.kind === 'words' ? [line.text] : [])).join('\n');
}

describe('a service that a bucket does not let in', () => {
  it.each([
    [
      'CloudTrail',
      'Incorrect S3 bucket policy is detected for bucket: acme-logs',
      'cloudtrail.amazonaws.com',
      'AWSLogs/SOURCE_ACCOUNT/*',
      ['arn:aws:s3:::acme-logs'],
    ],
    [
      'AWS Config',
      'Insufficient delivery policy to s3 bucket: acme-logs, unable to write to bucket',
      'config.amazonaws.com',
      'AWSLogs/SOURCE_ACCOUNT/Config/*',
      ['arn:aws:s3:::acme-logs'],
    ],
    [
      'a load balancer',
      'InvalidConfigurationRequest: Access Denied for bucket: acme-logs. Please check S3bucket permission',
      'logdelivery.elasticloadbalancing.amazonaws.com',
      'AWSLogs/SOURCE_ACCOUNT/*',
      [],
    ],
    [
      'flow logs',
      'Access Denied for LogDestination: acme-logs. Please check LogDestination permission',
      'delivery.logs.amazonaws.com',
      'AWSLogs/SOURCE_ACCOUNT/*',
      ['arn:aws:s3:::acme-logs'],
    ],
  ])('%s: the bucket policy names the service, as its page has it', async (_, text, service, path, others) => {
    const found = await requirementsOf(text);
    const statements = statementsOf(found['resource']);
    expect(statements.map(({ Principal }) => Principal)).toEqual([...others, path].map(() => ({ Service: service })));
    expect(statements.map(({ Resource }) => Resource)).toEqual([...others, `arn:aws:s3:::acme-logs/${path}`]);
    expect(commandsOf(found['resource'])[0]).toContain('s3api get-bucket-policy --bucket acme-logs');
    expect(found['identity']).toBeUndefined();
  });

  it('asks for control of what is written only where the service gives it', async () => {
    const condition = async (text: string) =>
      JSON.stringify(statementsOf((await requirementsOf(text))['resource']).at(-1));
    expect(await condition('Incorrect S3 bucket policy is detected for bucket: acme-logs')).toContain('s3:x-amz-acl');
    expect(await condition('Access Denied for bucket: acme-logs. Please check S3bucket permission')).not.toContain(
      'acl',
    );
  });
});

describe('a service that something else does not let in', () => {
  it('AWS WAF writes to a log group by a resource policy of CloudWatch Logs', async () => {
    const found = await requirementsOf(
      refused(
        'PutLoggingConfiguration',
        'WAFLogDestinationPermissionIssueException',
        'Unable to deliver logs to the configured destination.',
      ),
    );
    expect(statementsOf(found['resource'])).toMatchObject([
      {
        Principal: { Service: 'delivery.logs.amazonaws.com' },
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Condition: {
          StringEquals: { 'aws:SourceAccount': 'SOURCE_ACCOUNT' },
          ArnLike: { 'aws:SourceArn': expect.stringMatching(/^arn:aws:logs:[\w-]+:SOURCE_ACCOUNT:\*$/) },
        },
      },
    ]);
  });

  it('S3 notifies a function, a queue or a topic, whose policy has to let it', async () => {
    const found = await requirementsOf(
      refused(
        'PutBucketNotificationConfiguration',
        'InvalidArgument',
        'Unable to validate the following destination configurations',
      ),
    );
    expect(statementsOf(found['resource']).map(({ Action }) => Action)).toEqual([
      'lambda:InvokeFunction',
      'sqs:SendMessage',
      'sns:Publish',
    ]);
  });

  it('GuardDuty exports into a bucket, with a key', async () => {
    const text = refused(
      'CreatePublishingDestination',
      'BadRequestException',
      'The request failed because the GuardDuty service principal does not have permission to the KMS key or the resource specified by the destinationArn parameter.',
    );
    expect(statementsOf((await requirementsOf(text))['resource']).map(({ Action }) => Action)).toEqual([
      's3:GetBucketLocation',
      's3:PutObject',
    ]);
    expect(await wordsOf(text)).toContain('kms:GenerateDataKey');
  });

  it('a state machine that logs does so with its role', async () => {
    const text = refused(
      'CreateStateMachine',
      'AccessDeniedException',
      'The state machine IAM Role is not authorized to access the Log Destination',
    );
    expect(statementsOf((await requirementsOf(text))['identity'])).toMatchObject([
      { Action: 'logs:CreateLogDelivery', Resource: '*' },
    ]);
    expect(await wordsOf(text)).toContain('logs:DescribeLogGroups, all on *');
  });

  it('VM Import reads with a role whose name is known', async () => {
    const text =
      'ClientError: Disk validation failed [We do not have access to the given resource. Reason 403 Forbidden]';
    expect(await wordsOf(text)).toContain('sts:ExternalId vmimport');
  });

  it('an identity pool has a role for guests too', async () => {
    const text =
      'InvalidIdentityPoolConfigurationException: Invalid identity pool configuration. Check assigned IAM roles for this pool.';
    expect(await wordsOf(text)).toContain('in the one of guests it is unauthenticated');
  });

  it('DMS assumes a role with one of its own: the trust policy names the service', async () => {
    const caller = 'arn:aws:sts::444455556666:assumed-role/dms-engine-role-v9/DMS_ENGINE_ROLE';
    const found = await requirementsOf(
      denied(caller, 'sts:AssumeRole', 'arn:aws:iam::111122223333:role/dms-access-for-endpoint'),
    );
    expect(statementsOf(found['trust'])).toMatchObject([{ Principal: { Service: 'dms.amazonaws.com' } }]);
    expect(found['identity']).toBeUndefined();
  });

  it.each([
    'User arn:aws:redshift:us-east-1:111122223333:dbuser:dwh/loader is not authorized to assume IAM Role arn:aws:iam::111122223333:role/load',
    'ERROR: Not authorized to get credentials of role arn:aws:iam::111122223333:role/load',
  ])('Redshift assumes the role, not the user of the database: %s', async (text) => {
    const found = await requirementsOf(text);
    expect(statementsOf(found['trust'])).toMatchObject([{ Principal: { Service: 'redshift.amazonaws.com' } }]);
    expect(found['identity']).toBeUndefined();
    expect(await wordsOf(text)).toContain('The role must also be associated with the cluster');
  });

  it('the role of a function that a queue invokes is not the caller of Lambda’s API', async () => {
    const text =
      'An error occurred (InvalidParameterValueException) when calling the CreateEventSourceMapping operation: The function execution role does not have permissions to call ReceiveMessage on SQS';
    expect(await wordsOf(text)).toContain('AWSLambdaSQSQueueExecutionRole has all three');
  });

  it('a collection of OpenSearch Serverless has a data access policy, not a resource policy', async () => {
    const text =
      "PUT https://abcdefghij0123456789.eu-west-1.aoss.amazonaws.com:443/docs\nAuthorizationException(403, 'security_exception', 'reason=User does not have permissions for the requested resource')";
    const found = await requirementsOf(text);
    expect(statementsOf(found['identity'])).toMatchObject([
      { Resource: 'arn:aws:aoss:eu-west-1:ACCOUNT:collection/abcdefghij0123456789' },
    ]);
    expect(found['resource']).toBeUndefined();
    expect(await wordsOf(text)).toContain('a data access policy of the collection must name the user or role');
  });
});

describe('what a call needs besides', () => {
  const ROLE = 'arn:aws:sts::111122223333:assumed-role/ci/run-1';

  it('a push into a repository of another account: the other actions, in both policies', async () => {
    const rest = ' because no resource-based policy allows the ecr:InitiateLayerUpload action';
    const words = await wordsOf(
      denied(ROLE, 'ecr:InitiateLayerUpload', 'arn:aws:ecr:eu-west-1:444455556666:repository/app', rest),
    );
    expect(words).toMatch(/Pushing an image also needs .*ecr:PutImage.* on it, and ecr:GetAuthorizationToken on \*/);
    expect(words).toContain('both are needed across accounts');
  });

  it('a call that names none of its resources is not covered by a statement on names', async () => {
    const words = await wordsOf(denied(ROLE, 'rds:DescribeDBInstances', 'arn:aws:rds:eu-west-1:111122223333:db:*'));
    expect(words).toContain('it is checked on db:*');
    expect(
      await wordsOf(denied(ROLE, 'rds:DescribeDBInstances', 'arn:aws:rds:eu-west-1:111122223333:db:shop')),
    ).not.toContain('it is checked on');
  });

  it('an object that Rekognition cannot read may also be misspelled, or elsewhere', async () => {
    const text = refused(
      'DetectLabels',
      'InvalidS3ObjectException',
      'Unable to get object metadata from S3. Check object key, region and/or access permissions.',
    );
    expect(await wordsOf(text)).toContain('get-bucket-location');
    expect((await requirementsOf(text))['list-bucket.identity']).toBeUndefined();
  });
});
