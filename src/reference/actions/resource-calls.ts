import type { AskedStep } from '../../model/denial.ts';

/** What is done to a resource of infrastructure as code. */
export type ResourceStep = AskedStep['step'];

const STEPS = ['read', 'create', 'update', 'delete'] as const satisfies readonly ResourceStep[];

/** The action that each step begins with, in the order of STEPS; `-` where there is none of its own, or where several are as likely. */
type Row = readonly [type: string, cloudFormation: string | null, service: string, actions: string];

/**
 * The action that reading, creating, changing or deleting a resource begins with. Only where it is the same in every version: Terraform's AWS
 * provider (https://github.com/hashicorp/terraform-provider-aws, `internal/service`), and the permissions of the handlers in CloudFormation's
 * schema of the type (https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html, `handlers`). Where Terraform
 * looks before it acts, the look comes first: profiles of a role, versions of a policy, groups of a user, interfaces of a security group, the
 * zone of a record. Those and the rows of load balancers and distributions were checked against the provider's source; a row of its own has
 * the type of CloudFormation where that differs. Of CloudFormation, the rows of S3::Bucket, IAM::Role, IAM::RolePolicy, IAM::OIDCProvider,
 * Lambda::Permission, Lambda::EventSourceMapping, KMS::Alias, Logs::LogGroup, CloudWatch::Alarm, ECR::Repository, SNS::Topic, SQS::Queue,
 * SecretsManager::Secret and SSM::Parameter were compared with the handlers of their schemas.
 * Where the API operation and the action differ in name, the action is that of
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html (HeadBucket needs s3:ListBucket).
 */
const ROWS: readonly Row[] = [
  ['aws_s3_bucket', 'S3::Bucket', 's3', 'ListBucket CreateBucket - DeleteBucket'],
  [
    'aws_s3_bucket_policy',
    'S3::BucketPolicy',
    's3',
    'GetBucketPolicy PutBucketPolicy PutBucketPolicy DeleteBucketPolicy',
  ],
  ['aws_s3_bucket_acl', null, 's3', 'GetBucketAcl PutBucketAcl PutBucketAcl -'],
  [
    'aws_s3_bucket_versioning',
    null,
    's3',
    'GetBucketVersioning PutBucketVersioning PutBucketVersioning PutBucketVersioning',
  ],
  [
    'aws_s3_bucket_server_side_encryption_configuration',
    null,
    's3',
    'GetEncryptionConfiguration PutEncryptionConfiguration PutEncryptionConfiguration PutEncryptionConfiguration',
  ],
  [
    'aws_s3_bucket_public_access_block',
    null,
    's3',
    'GetBucketPublicAccessBlock PutBucketPublicAccessBlock PutBucketPublicAccessBlock PutBucketPublicAccessBlock',
  ],
  [
    'aws_s3_bucket_lifecycle_configuration',
    null,
    's3',
    'GetLifecycleConfiguration PutLifecycleConfiguration PutLifecycleConfiguration PutLifecycleConfiguration',
  ],
  ['aws_s3_bucket_logging', null, 's3', 'GetBucketLogging PutBucketLogging PutBucketLogging PutBucketLogging'],
  ['aws_s3_bucket_cors_configuration', null, 's3', 'GetBucketCORS PutBucketCORS PutBucketCORS PutBucketCORS'],
  [
    'aws_s3_bucket_website_configuration',
    null,
    's3',
    'GetBucketWebsite PutBucketWebsite PutBucketWebsite DeleteBucketWebsite',
  ],
  [
    'aws_s3_bucket_notification',
    null,
    's3',
    'GetBucketNotification PutBucketNotification PutBucketNotification PutBucketNotification',
  ],
  [
    'aws_s3_bucket_ownership_controls',
    null,
    's3',
    'GetBucketOwnershipControls PutBucketOwnershipControls PutBucketOwnershipControls PutBucketOwnershipControls',
  ],
  ['aws_s3_object', null, 's3', 'GetObject PutObject PutObject DeleteObject'],
  ['aws_iam_role', null, 'iam', 'GetRole CreateRole - ListInstanceProfilesForRole'],
  ['AWS::IAM::Role', null, 'iam', 'GetRole CreateRole - DeleteRole'],
  ['aws_iam_policy', null, 'iam', 'GetPolicy CreatePolicy ListPolicyVersions ListPolicyVersions'],
  ['AWS::IAM::ManagedPolicy', null, 'iam', 'GetPolicy CreatePolicy - -'],
  ['aws_iam_role_policy', 'IAM::RolePolicy', 'iam', 'GetRolePolicy PutRolePolicy PutRolePolicy DeleteRolePolicy'],
  ['aws_iam_role_policy_attachment', null, 'iam', 'ListAttachedRolePolicies AttachRolePolicy - DetachRolePolicy'],
  ['aws_iam_user', null, 'iam', 'GetUser CreateUser - ListGroupsForUser'],
  ['AWS::IAM::User', null, 'iam', 'GetUser CreateUser - -'],
  ['aws_iam_instance_profile', 'IAM::InstanceProfile', 'iam', 'GetInstanceProfile CreateInstanceProfile - -'],
  [
    'aws_iam_openid_connect_provider',
    'IAM::OIDCProvider',
    'iam',
    'GetOpenIDConnectProvider CreateOpenIDConnectProvider - DeleteOpenIDConnectProvider',
  ],
  [
    'aws_iam_service_linked_role',
    'IAM::ServiceLinkedRole',
    'iam',
    'GetRole CreateServiceLinkedRole UpdateRole DeleteServiceLinkedRole',
  ],
  ['aws_lambda_function', 'Lambda::Function', 'lambda', 'GetFunction CreateFunction - DeleteFunction'],
  ['aws_lambda_permission', 'Lambda::Permission', 'lambda', 'GetPolicy AddPermission - RemovePermission'],
  [
    'aws_lambda_event_source_mapping',
    'Lambda::EventSourceMapping',
    'lambda',
    'GetEventSourceMapping CreateEventSourceMapping UpdateEventSourceMapping DeleteEventSourceMapping',
  ],
  ['aws_kms_key', 'KMS::Key', 'kms', 'DescribeKey CreateKey - ScheduleKeyDeletion'],
  ['aws_kms_alias', 'KMS::Alias', 'kms', 'ListAliases CreateAlias UpdateAlias DeleteAlias'],
  ['aws_cloudwatch_log_group', 'Logs::LogGroup', 'logs', 'DescribeLogGroups CreateLogGroup - DeleteLogGroup'],
  [
    'aws_cloudwatch_metric_alarm',
    'CloudWatch::Alarm',
    'cloudwatch',
    'DescribeAlarms PutMetricAlarm PutMetricAlarm DeleteAlarms',
  ],
  ['aws_cloudwatch_event_rule', 'Events::Rule', 'events', 'DescribeRule PutRule PutRule -'],
  ['aws_cloudwatch_event_target', null, 'events', 'ListTargetsByRule PutTargets PutTargets RemoveTargets'],
  ['aws_ecs_cluster', 'ECS::Cluster', 'ecs', 'DescribeClusters CreateCluster - DeleteCluster'],
  ['aws_ecs_service', 'ECS::Service', 'ecs', 'DescribeServices CreateService UpdateService -'],
  [
    'aws_ecs_task_definition',
    'ECS::TaskDefinition',
    'ecs',
    'DescribeTaskDefinition RegisterTaskDefinition - DeregisterTaskDefinition',
  ],
  ['aws_ecr_repository', 'ECR::Repository', 'ecr', 'DescribeRepositories CreateRepository - DeleteRepository'],
  ['aws_dynamodb_table', 'DynamoDB::Table', 'dynamodb', 'DescribeTable CreateTable - DeleteTable'],
  ['aws_route53_zone', 'Route53::HostedZone', 'route53', 'GetHostedZone CreateHostedZone - DeleteHostedZone'],
  [
    // The name of the zone makes that of the record whole.
    'aws_route53_record',
    null,
    'route53',
    'GetHostedZone GetHostedZone GetHostedZone GetHostedZone',
  ],
  [
    'AWS::Route53::RecordSet',
    null,
    'route53',
    '- ChangeResourceRecordSets ChangeResourceRecordSets ChangeResourceRecordSets',
  ],
  ['aws_sns_topic', 'SNS::Topic', 'sns', 'GetTopicAttributes CreateTopic SetTopicAttributes DeleteTopic'],
  [
    'aws_sns_topic_subscription',
    'SNS::Subscription',
    'sns',
    'GetSubscriptionAttributes Subscribe SetSubscriptionAttributes Unsubscribe',
  ],
  ['aws_sqs_queue', 'SQS::Queue', 'sqs', 'GetQueueAttributes CreateQueue SetQueueAttributes DeleteQueue'],
  [
    'aws_secretsmanager_secret',
    'SecretsManager::Secret',
    'secretsmanager',
    'DescribeSecret CreateSecret - DeleteSecret',
  ],
  ['aws_secretsmanager_secret_version', null, 'secretsmanager', 'GetSecretValue PutSecretValue - -'],
  ['aws_ssm_parameter', 'SSM::Parameter', 'ssm', '- PutParameter PutParameter DeleteParameter'],
  ['aws_instance', 'EC2::Instance', 'ec2', 'DescribeInstances RunInstances - -'],
  ['aws_vpc', 'EC2::VPC', 'ec2', 'DescribeVpcs CreateVpc - DeleteVpc'],
  ['aws_security_group', null, 'ec2', 'DescribeSecurityGroups CreateSecurityGroup - DescribeNetworkInterfaces'],
  ['AWS::EC2::SecurityGroup', null, 'ec2', 'DescribeSecurityGroups CreateSecurityGroup - DeleteSecurityGroup'],
  ['aws_lb', null, 'elasticloadbalancing', 'DescribeLoadBalancers - - DeleteLoadBalancer'],
  [
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    null,
    'elasticloadbalancing',
    'DescribeLoadBalancers CreateLoadBalancer - DeleteLoadBalancer',
  ],
  ['aws_eks_cluster', 'EKS::Cluster', 'eks', 'DescribeCluster CreateCluster - DeleteCluster'],
  ['aws_db_instance', 'RDS::DBInstance', 'rds', 'DescribeDBInstances - ModifyDBInstance DeleteDBInstance'],
  ['aws_api_gateway_rest_api', 'ApiGateway::RestApi', 'apigateway', 'GET POST - DELETE'],
  [
    'aws_acm_certificate',
    'CertificateManager::Certificate',
    'acm',
    'DescribeCertificate RequestCertificate - DeleteCertificate',
  ],
  [
    'aws_cloudfront_distribution',
    'CloudFront::Distribution',
    'cloudfront',
    'GetDistribution CreateDistribution UpdateDistribution -',
  ],
  [
    'aws_sfn_state_machine',
    'StepFunctions::StateMachine',
    'states',
    'DescribeStateMachine CreateStateMachine UpdateStateMachine DeleteStateMachine',
  ],
  [
    'aws_codebuild_project',
    'CodeBuild::Project',
    'codebuild',
    'BatchGetProjects CreateProject UpdateProject DeleteProject',
  ],
  // Terraform's state: to list it, to load it, to save it, to remove a workspace of it. https://developer.hashicorp.com/terraform/language/backend/s3 (S3 Bucket Permissions)
  ['backend "s3"', null, 's3', 'GetObject PutObject PutObject DeleteObject'],
  ['workspaces of backend "s3"', null, 's3', 'ListBucket - - -'],
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/OperationList-query.html
  ['an EC2 instance', null, 'ec2', 'DescribeInstances RunInstances - -'],
  ['a Spot Instance', null, 'ec2', '- RequestSpotInstances - -'],
  ['a snapshot of a volume', null, 'ec2', 'DescribeSnapshots CreateSnapshot - -'],
  ['an attached volume', null, 'ec2', '- AttachVolume - -'],
  // A pull and a push. https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html
  ['an image in Amazon ECR', null, 'ecr', 'BatchGetImage InitiateLayerUpload - -'],
];

/** All that the table has, for tests. */
export function resourceCalls(): readonly {
  readonly type: string;
  readonly step: ResourceStep;
  readonly action: string;
}[] {
  return ROWS.flatMap(([name, cloudFormation]) =>
    [name, ...(cloudFormation === null ? [] : [`AWS::${cloudFormation}`])].flatMap((type) =>
      STEPS.flatMap((step) => {
        const action = likelyActionOf(type, step);
        return action === undefined ? [] : [{ type, step, action }];
      }),
    ),
  );
}

/**
 * The action that a step of Terraform or CloudFormation most likely begins with.
 * @param type Terraform's or CloudFormation's name of the kind of resource: `aws_s3_bucket`, `AWS::S3::Bucket`
 * @returns undefined for a kind or a step that is not in the table
 */
export function likelyActionOf(type: string, step: ResourceStep): string | undefined {
  const row = ROWS.find(
    ([name, cloudFormation]) => name === type || (cloudFormation !== null && `AWS::${cloudFormation}` === type),
  );
  if (row === undefined) return undefined;
  const [, , service, actions] = row;
  const action = actions.split(' ')[STEPS.indexOf(step)];
  return action === undefined || action === '-' ? undefined : `${service}:${action}`;
}
