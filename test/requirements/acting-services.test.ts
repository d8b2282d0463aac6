import { describe, expect, it } from 'vitest';
import { requirementsOf, statementsOf } from './requirements-of.ts';

const ROLE = 'arn:aws:iam::111122223333:role';

describe('the statement for a service that acts for somebody', () => {
  it.each([
    [
      'a fixed role of DMS',
      `An error occurred (AccessDeniedFault) when calling the CreateReplicationInstance operation: The IAM Role ${ROLE}/dms-vpc-role is not configured properly.`,
      {
        Principal: { Service: 'dms.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
      },
    ],
    [
      'the role of a pod, whose session is tagged',
      'EKS does not have permissions to assume the associated role.',
      { Principal: { Service: 'pods.eks.amazonaws.com' }, Action: ['sts:AssumeRole', 'sts:TagSession'] },
    ],
    [
      'Glue, which is not known to send more',
      `Role ${ROLE}/etl cannot be assumed by principal 'glue.amazonaws.com'.`,
      { Principal: { Service: 'glue.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ],
    [
      'Redshift, which speaks of the user of a database',
      `ERROR: User arn:aws:redshift:eu-west-1:111122223333:dbuser:dw/ana is not authorized to assume IAM Role ${ROLE}/spectrum`,
      { Principal: { Service: 'redshift.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ],
    [
      'IAM Roles Anywhere, whose session has tags and a source identity',
      `AccessDeniedException: Unable to assume role for ${ROLE}/onprem`,
      {
        Principal: { Service: 'rolesanywhere.amazonaws.com' },
        Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
        Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:rolesanywhere:*:111122223333:trust-anchor/*' } },
      },
    ],
    [
      'a service that does not say which it is',
      `An error occurred (InvalidRequestException) when calling the CreateThing operation: Error in assuming role ${ROLE}/thing`,
      { Principal: { Service: 'SERVICE_HOST' }, Action: 'sts:AssumeRole' },
    ],
  ])('in the trust policy: %s', async (_, text, statement) => {
    const { trust } = await requirementsOf(text);
    expect(statementsOf(trust)).toEqual([{ Effect: 'Allow', ...statement }]);
  });

  it('beside what the role must be allowed, where SageMaker asks for both', async () => {
    const found = await requirementsOf(
      `Could not access model data at https://s3.eu-west-1.amazonaws.com/ml/model.tar.gz. Please ensure that the role "${ROLE}/sm" exists and that its trust relationship policy allows the action "sts:AssumeRole" for the service principal "sagemaker.amazonaws.com".`,
    );
    expect(statementsOf(found['given-role.trust'])).toMatchObject([
      { Principal: { Service: 'sagemaker.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ]);
    expect(found['identity']).toBeDefined();
  });

  it('for a role of a StackSet names the role that assumes it, no service', async () => {
    const { trust } = await requirementsOf(
      "Account 222233334444 should have 'AWSCloudFormationStackSetExecutionRole' role with trust relationship to Role 'AWSCloudFormationStackSetAdministrationRole'.",
    );
    expect(trust?.target.account).toBe('222233334444');
    expect(statementsOf(trust)[0]).toMatchObject({
      Principal: { AWS: 'arn:aws:iam::CALLER_ACCOUNT:role/CALLER_ROLE_NAME' },
    });
  });

  it('in the policy of a topic names the alarms of one account', async () => {
    const { resource } = await requirementsOf(
      'CloudWatch Alarms is not authorized to perform: SNS:Publish on resource: arn:aws-us-gov:sns:us-gov-west-1:111122223333:alerts because no resource-based policy allows the SNS:Publish action',
    );
    expect(statementsOf(resource)).toMatchObject([
      {
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Action: 'sns:Publish',
        Condition: {
          ArnLike: { 'aws:SourceArn': 'arn:aws-us-gov:cloudwatch:*:SOURCE_ACCOUNT:alarm:*' },
        },
      },
    ]);
    expect(resource?.placeholders.map(({ token }) => token)).toContain('SOURCE_ACCOUNT');
  });

  it('beside iam:PassRole is the same', async () => {
    const found = await requirementsOf(
      `An error occurred (AccessDeniedException) when calling the CreateStateMachine operation: User: arn:aws:iam::111122223333:user/ana is not authorized to perform: iam:PassRole on resource: ${ROLE}/flow`,
    );
    expect(statementsOf(found['pass-role.trust'])).toMatchObject([
      {
        Principal: { Service: 'states.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
      },
    ]);
  });
});

it('a managed rule of Step Functions needs three permissions of the role of the state machine', async () => {
  const found = await requirementsOf(
    `An error occurred (AccessDeniedException) when calling the CreateStateMachine operation: '${ROLE}/flow' is not authorized to create managed-rule.`,
  );
  expect(statementsOf(found['identity'])).toEqual([
    {
      Effect: 'Allow',
      Action: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
      Resource: 'arn:aws:events:REGION:111122223333:rule/StepFunctionsGetEventsFor*',
    },
  ]);
  expect(found['resource']).toBeUndefined();
});

describe('the image of a function', () => {
  const REFUSED =
    'An error occurred (AccessDeniedException) when calling the CreateFunction operation: Lambda does not have permission to access the ECR image. Check the ECR permissions.';

  it('is read by Lambda, and for another account by that account as well', async () => {
    const { resource } = await requirementsOf(REFUSED);
    expect(statementsOf(resource)).toMatchObject([
      { Principal: { Service: 'lambda.amazonaws.com' }, Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'] },
      { Principal: { AWS: 'arn:aws:iam::CALLER_ACCOUNT:root' } },
    ]);
  });

  it('has no Resource in its policy, which ECR does not take', async () => {
    const { resource } = await requirementsOf(REFUSED);
    for (const statement of statementsOf(resource)) expect(statement).not.toHaveProperty('Resource');
  });
});
