import { describe, expect, it } from 'vitest';
import { requirementList } from '../../src/report/words/requirements/requirement.ts';
import { commandsOf, denied, diagnosisOf, refused, requirementsOf, statementsOf } from './requirements-of.ts';

const ROLE = 'arn:aws:sts::111122223333:assumed-role/app/run-1';
const PROFILES = 'arn:aws:bedrock:eu-central-1:111122223333:inference-profile/';

/** What a report prints of the list: its sentences and the meaning of its tokens. */
async function wordsOf(text: string): Promise<string> {
  const list = requirementList(await diagnosisOf(text));
  const lines = (list?.items ?? []).flatMap((item) => item.lines);
  return [...lines.flatMap((line) => (line.kind === 'words' ? [line.text] : [])), ...(list?.legend ?? [])].join('\n');
}

describe('a call of AWS Organizations', () => {
  const RULE = 'only from the management account of the organization, or from a delegated administrator';

  it('is taken from certain accounts only: the commands that show them come before those of the policies', async () => {
    const text = refused('ListRoots', 'AccessDeniedException', "You don't have permissions to access this resource.");
    const found = await requirementsOf(text);
    expect(commandsOf(found['identity'])[0]).toBe(
      'aws organizations describe-organization --query Organization.MasterAccountId --output text',
    );
    expect(await wordsOf(text)).toContain(`AWS takes organizations:ListRoots ${RULE}`);
  });

  it.each(['DescribeOrganization', 'LeaveOrganization', 'ListHandshakesForAccount', 'CreateOrganization'])(
    '%s may be called from any account',
    async (operation) => {
      expect(await wordsOf(refused(operation, 'AccessDeniedException'))).not.toContain(RULE);
    },
  );

  it('that an identity policy does not allow is not about the account', async () => {
    const rest = ' because no identity-based policy allows the organizations:ListRoots action';
    expect(await wordsOf(denied(ROLE, 'organizations:ListRoots', '*', rest))).not.toContain(RULE);
  });
});

describe('a call through an inference profile', () => {
  it.each([
    ['eu.anthropic.claude-sonnet-4-6', 'anthropic.claude-sonnet-4-6'],
    ['us-gov.anthropic.claude-3-7-sonnet-20250219-v1:0', 'anthropic.claude-3-7-sonnet-20250219-v1:0'],
    ['global.amazon.nova-2-lite-v1:0', 'amazon.nova-2-lite-v1:0'],
  ])('%s needs its model as well, by way of the profile alone', async (profile, model) => {
    const found = await requirementsOf(denied(ROLE, 'bedrock:InvokeModel', PROFILES + profile));
    expect(statementsOf(found['identity'])).toEqual([
      { Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: PROFILES + profile },
      {
        Effect: 'Allow',
        Action: 'bedrock:InvokeModel',
        Resource: `arn:aws:bedrock:*::foundation-model/${model}`,
        Condition: { StringEquals: { 'bedrock:InferenceProfileArn': PROFILES + profile } },
      },
    ]);
  });

  it('says that both statements are needed', async () => {
    const list = requirementList(await diagnosisOf(denied(ROLE, 'bedrock:InvokeModel', `${PROFILES}eu.meta.llama-4`)));
    expect(list?.items[0]?.title).toMatch(/must have these statements:$/);
  });

  it('keeps the caller in the statements of an endpoint policy', async () => {
    const rest = ' because no VPC endpoint policy allows the bedrock:InvokeModel action';
    const found = await requirementsOf(denied(ROLE, 'bedrock:InvokeModel', `${PROFILES}eu.meta.llama-4`, rest));
    const [profile, model, ...more] = statementsOf(found['endpoint']);
    expect(more).toEqual([]);
    expect(model?.['Condition']).toMatchObject(profile?.['Condition'] ?? { missing: true });
  });

  it.each([
    ['a profile of one’s own, whose name does not say the model', 'application-inference-profile/1a2b3c4d5e6f'],
    ['a model', 'custom-model/eu.anthropic.x/1a2b3c4d5e6f'],
  ])('%s has one statement', async (_, resource) => {
    const arn = `arn:aws:bedrock:eu-central-1:111122223333:${resource}`;
    expect(statementsOf((await requirementsOf(denied(ROLE, 'bedrock:InvokeModel', arn)))['identity'])).toHaveLength(1);
  });
});

describe('a key that KMS does not name', () => {
  const REFUSED =
    'The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.';

  it.each([
    ['Sqs', 'aws sqs get-queue-attributes --queue-url QUEUE_URL --attribute-names KmsMasterKeyId', 'the queue'],
    ['Sns', 'aws sns get-topic-attributes --topic-arn TOPIC_ARN --query Attributes.KmsMasterKeyId', 'the topic'],
  ])('%s: its own attributes have it', async (service, command, what) => {
    const text = `${REFUSED} (Service: AWSKMS; Status Code: 400; Error Code: AccessDeniedException; Request ID: b284a4f4-e245-4843-96dc-52922101df67; Proxy: null) (Service: ${service}, Status Code: 400, Request ID: 2f14d052-7b67-5e76-89a8-8cc7810c3906)`;
    expect(commandsOf((await requirementsOf(text))['resource'])[0]).toBe(command);
    expect(await wordsOf(text)).toContain(`The key is the one of ${what} (KmsMasterKeyId).`);
  });

  it('is of no queue where KMS itself was called', async () => {
    const text = `${REFUSED} (Service: AWSKMS; Status Code: 400; Error Code: AccessDeniedException; Request ID: b284a4f4-e245-4843-96dc-52922101df67; Proxy: null)`;
    expect(await wordsOf(text)).not.toContain('KmsMasterKeyId');
  });
});

describe('the option that a token names', () => {
  it('is not --resource for the role that is passed beside the call', async () => {
    const arn = 'arn:aws:ecs:us-east-1:111122223333:task-definition/batch:1';
    expect(await wordsOf(denied(ROLE, 'ecs:RunTask', arn))).toMatch(/^ROLE_ARN: ARN of the role, with its path$/m);
    expect(await wordsOf(refused('AssumeRole'))).toMatch(/^ROLE_ARN: .* \(--resource\)$/m);
  });

  it('is --caller for a part of the caller’s name', async () => {
    const rest = ' with an explicit deny in a service control policy';
    const text = denied('arn:aws:sts::***:assumed-role/agent-{id}/s', 'eks:CreateCluster', null, rest);
    expect(await wordsOf(text)).toMatch(/^HIDDEN: part of the caller’s name that the error hides \(--caller\)$/m);
  });
});

describe('the rules of a service that no statement says', () => {
  const SSO = 'arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef';

  it('an assignment in IAM Identity Center is checked on instance, permission set and account', async () => {
    const text = denied(ROLE, 'sso:CreateAccountAssignment', SSO);
    expect(statementsOf((await requirementsOf(text))['identity'])).toMatchObject([
      { Resource: [SSO, 'arn:aws:sso:::account/ACCOUNT_ID', 'arn:aws:sso:::instance/ssoins-1234567890abcdef'] },
    ]);
    expect(await wordsOf(text)).toContain('make the call in the management account then');
  });

  it('the policy of the Data Catalog names the catalog beside the database', async () => {
    const database = 'arn:aws:glue:eu-west-1:111122223333:database/sales';
    const found = await requirementsOf(denied(ROLE, 'glue:GetDatabase', database));
    expect(statementsOf(found['resource'])).toMatchObject([
      { Resource: [database, 'arn:aws:glue:eu-west-1:111122223333:catalog'] },
    ]);
  });

  it('each of several roles trusts a service of its own', async () => {
    const found = await requirementsOf(denied(ROLE, 'elasticmapreduce:RunJobFlow', '*'));
    expect(statementsOf(found['pass-role.trust']).map(({ Principal }) => Principal)).toEqual([
      { Service: 'elasticmapreduce.amazonaws.com' },
      { Service: 'ec2.amazonaws.com' },
      { Service: 'application-autoscaling.amazonaws.com' },
    ]);
  });

  it.each([
    [
      'elasticfilesystem:ClientMount',
      'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-01234567',
      /accesspoint/,
    ],
    [
      'kafka-cluster:DescribeTopic',
      'arn:aws:kafka:eu-west-1:111122223333:topic/c/u/orders',
      /kafka-cluster:Connect on the cluster/,
    ],
    [
      'codestar-connections:UseConnection',
      'arn:aws:codestar-connections:eu-west-1:111122223333:connection/c1',
      /under both/,
    ],
    [
      'iam:CreateServiceLinkedRole',
      'arn:aws:iam::111122223333:role/aws-service-role/elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing',
      /--aws-service-name elasticloadbalancing\.amazonaws\.com/,
    ],
  ])('%s', async (action, resource, wanted) => {
    expect(await wordsOf(denied(ROLE, action, resource))).toMatch(wanted);
  });

  it('a copy of AWS Backup is made with the role of the job, into a vault of another account', async () => {
    const text = 'Access Denied trying to call AWS Backup service';
    expect(await wordsOf(text)).toContain('It is the vault that the copy goes to');
    const list = requirementList(await diagnosisOf(text));
    expect(list?.items[0]?.title).toContain('the role of the backup job');
  });

  it('a guest of Cognito cannot change the session policy', async () => {
    const text =
      'Cognito unauthenticated user is not authorized to perform: ssm:GetParameter because no session policy allows the ssm:GetParameter action';
    expect((await diagnosisOf(text)).causes.map(({ id }) => id)).toEqual(['session.broker']);
  });
});

describe('what the text shows of a caller or a call', () => {
  it('a session that Managed Flink made belongs to the service', async () => {
    const caller =
      'arn:aws:sts::444455556666:assumed-role/AWSKinesisAnalyticsKubern-S3CustomerAppStateAccess-ABC/FlinkApplicationStateSession';
    const rest = ' because no session policy allows the s3:DeleteObject action';
    const { causes } = await diagnosisOf(denied(caller, 's3:DeleteObject', 'arn:aws:s3:::state/a', rest));
    expect(causes.map(({ id }) => id)).toEqual(['session.broker']);
  });

  it('a model without a region was called through a global profile', async () => {
    const text = denied(
      ROLE,
      'bedrock:InvokeModel',
      'arn:aws:bedrock:::foundation-model/anthropic.claude-opus-4-6-v1',
      ' with an explicit deny in a service control policy',
    );
    expect(await wordsOf(text)).toContain('aws:RequestedRegion is "unspecified"');
  });

  it('the role of a permission set is changed in IAM Identity Center, also where its account is hidden', async () => {
    const caller = 'arn:aws:sts::************:assumed-role/AWSReservedSSO_Dev_0123456789abcdef/ana';
    const rest = ' because no identity-based policy allows the sqs:SendMessage action';
    const { causes } = await diagnosisOf(
      denied(caller, 'sqs:SendMessage', 'arn:aws:sqs:eu-west-1:************:orders', rest),
    );
    expect(causes[0]?.fix?.who).toBe('identity-center-admin');
  });
});
