import { holdsText } from '../../../model/holds-text.ts';
import type { Requirement } from '../../../model/requirement.ts';

type AllowRequirement = Extract<Requirement, { readonly need: 'allow' }>;

/** What the page of a service says of some of its actions, and no statement says. */
interface ServiceRule {
  readonly actions: RegExp;
  /** Where it is said: the caller's own policies (the usual), the policy of the resource, or the trust policy of the role. */
  readonly at?: 'resource' | 'trust';
  /** Only where a statement names this service. */
  readonly host?: string;
  readonly words: string | ((one: AllowRequirement) => string);
}

/** Each row has AWS's page before it. */
const RULES: readonly ServiceRule[] = [
  {
    // https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html
    actions: /^kafka-cluster:\w*(?:Topic\w*|Data)$/i,
    words:
      'A client of Amazon MSK also needs kafka-cluster:Connect on the cluster; to send kafka-cluster:WriteData on the topic (kafka-cluster:CreateTopic where it does not exist yet), to read kafka-cluster:ReadData on the topic, and kafka-cluster:AlterGroup and kafka-cluster:DescribeGroup on its group. ACLs of Kafka do not matter to a client that signs in with IAM.',
  },
  {
    // https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html
    actions: /^kafka-cluster:\w*Group$/i,
    words:
      'A consumer of Amazon MSK needs kafka-cluster:AlterGroup and kafka-cluster:DescribeGroup on its group, kafka-cluster:DescribeTopic and kafka-cluster:ReadData on the topic, and kafka-cluster:Connect on the cluster.',
  },
  {
    // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
    actions: /^sqs:ReceiveMessage$/i,
    words:
      'A consumer also needs sqs:DeleteMessage and, for a function of Lambda, sqs:GetQueueAttributes (AWSLambdaSQSQueueExecutionRole has all three), and kms:Decrypt where the queue is encrypted with a customer managed key.',
  },
  {
    // https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
    actions: /^elasticfilesystem:Client/i,
    words:
      'Writing needs elasticfilesystem:ClientWrite as well, and access as root elasticfilesystem:ClientRootAccess. Where there is no file system policy, EFS lets in every client that reaches a mount target: so look at that policy first. It may ask for an access point (elasticfilesystem:AccessPointArn), TLS (aws:SecureTransport) or a mount target (elasticfilesystem:AccessedViaMountTarget): mount with the options tls, iam and accesspoint then.',
  },
  {
    // https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html
    actions: /^backup:CopyIntoBackupVault$/i,
    at: 'resource',
    words:
      'It is the vault that the copy goes to, and the owner of its account who changes the policy: name the account that copies (arn:aws:iam::ACCOUNT:root). Both accounts must be in one organization whose management account has turned on cross-account backup (aws backup describe-global-settings).',
  },
  {
    // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
    actions: /^s3:PutObject$/i,
    at: 'resource',
    host: 'cloudtrail.amazonaws.com',
    words:
      'The trail’s prefix (S3KeyPrefix), if it has one, stands before AWSLogs; the trail of an organization also writes to AWSLogs/ORGANIZATION_ID/*. The bucket policy has to be there before the trail is made.',
  },
  {
    // https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html
    actions: /^s3:PutObject$/i,
    at: 'resource',
    host: 'config.amazonaws.com',
    words:
      'The prefix of the delivery channel, if it has one, stands before AWSLogs. AWS Config first tries with the role of its recorder: a role that you made needs s3:PutObject and s3:GetBucketAcl as well, in its own policies.',
  },
  {
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
    actions: /^s3:GetObject$/i,
    at: 'resource',
    host: 'cloudfront.amazonaws.com',
    words:
      'This is for an origin access control (OAC), which the origin must have; a distribution with the older identity (OAI) is named as its principal instead. Without s3:ListBucket, an object that does not exist (index.html, a wrong origin path) is answered in the same way. An object that is encrypted with a KMS key also needs kms:Decrypt for cloudfront.amazonaws.com in the key policy.',
  },
  {
    // https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html
    actions: /^s3:PutObject$/i,
    at: 'resource',
    host: 'guardduty.amazonaws.com',
    words:
      'GuardDuty encrypts what it exports: the policy of the KMS key must let guardduty.amazonaws.com use kms:GenerateDataKey too, and key and bucket must be in one region.',
  },
  {
    // https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html#cloudwatch-iam-policy
    actions: /^logs:CreateLogDelivery$/i,
    words:
      'A state machine that logs needs logs:CreateLogDelivery, logs:GetLogDelivery, logs:UpdateLogDelivery, logs:DeleteLogDelivery, logs:ListLogDeliveries, logs:PutResourcePolicy, logs:DescribeResourcePolicies and logs:DescribeLogGroups, all on *. A role that was made a moment ago may only need a second try.',
  },
  {
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
    actions: /^s3:PutObject$/i,
    at: 'resource',
    host: 'logdelivery.elasticloadbalancing.amazonaws.com',
    words:
      'The prefix of the logs, if there is one, stands before AWSLogs. The bucket must be in the region of the load balancer, and an Application Load Balancer can only write to a bucket that is encrypted with SSE-S3 (no KMS key). A Network Load Balancer writes as delivery.logs.amazonaws.com.',
  },
  {
    // https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html, logging-s3.html
    actions: /^logs:PutLogEvents$/i,
    at: 'resource',
    host: 'delivery.logs.amazonaws.com',
    words:
      'This is a resource policy of CloudWatch Logs, in the region of the log group (us-east-1 for CloudFront); AWS writes it itself where the caller has logs:CreateLogDelivery, logs:PutResourcePolicy, logs:DescribeResourcePolicies and logs:DescribeLogGroups. For AWS WAF, the name of the log group or bucket must begin with aws-waf-logs-. Into a bucket, the same service needs s3:PutObject on it.',
  },
  {
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html
    actions: /^lambda:InvokeFunction$/i,
    at: 'resource',
    host: 's3.amazonaws.com',
    words:
      'The function, queue or topic must exist in the region of the bucket, and its policy must be there before the notification is set (depends_on in Terraform, DependsOn in CloudFormation). A queue or topic that is encrypted needs a customer managed key whose policy lets s3.amazonaws.com use kms:GenerateDataKey and kms:Decrypt.',
  },
  {
    // https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-data-access.html
    actions: /^aoss:APIAccessAll$/i,
    words:
      'This alone is not enough: a data access policy of the collection must name the user or role as well (aws opensearchserverless list-access-policies --type data), with the permissions on its indexes (aoss:CreateIndex, aoss:WriteDocument …). A change of it takes effect within a minute.',
  },
  {
    // https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-getting-started.html
    actions: /^aoss:Create(?:SecurityPolicy|AccessPolicy|Collection)$/i,
    words:
      'To create a collection takes aoss:CreateSecurityPolicy, aoss:CreateAccessPolicy and aoss:CreateCollection, and iam:CreateServiceLinkedRole for observability.aoss.amazonaws.com the first time; to use it, aoss:APIAccessAll and a data access policy that names the user or role.',
  },
  {
    // https://docs.aws.amazon.com/athena/latest/ug/example-policies-workgroup.html, fine-grained-access-to-glue-resources.html
    actions: /^athena:StartQueryExecution$/i,
    words:
      'A query also needs athena:GetQueryExecution and athena:GetQueryResults on the workgroup, glue:GetDatabase, glue:GetTable and glue:GetPartitions in the Data Catalog, s3:GetObject and s3:ListBucket on the data, and s3:PutObject and s3:GetBucketLocation on the bucket for results. Without a workgroup in the call, Athena takes primary.',
  },
  {
    // https://docs.aws.amazon.com/ses/latest/dg/control-user-access.html
    actions: /^ses:Send/i,
    words:
      'SES checks the call on the identity that sends and on the configuration set that it uses: both must be in the policy.',
  },
  {
    // https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html
    actions: /^sts:AssumeRoleWithWebIdentity$/i,
    at: 'trust',
    host: 'cognito-identity.amazonaws.com',
    words:
      'An identity pool has two roles: in the one of users who signed in amr is authenticated, in the one of guests it is unauthenticated.',
  },
  {
    // https://docs.aws.amazon.com/singlesignon/latest/userguide/delegated-admin.html
    actions:
      /^sso:(?:(?:Create|Delete)AccountAssignment|(?:Update|Delete|Provision)PermissionSet|(?:Put|Attach|Detach|Delete)\w+PermissionSet)$/i,
    words:
      'From the account of a delegated administrator, IAM Identity Center refuses assignments in the management account and changes of permission sets that are provisioned there, whatever the policies allow: make the call in the management account then.',
  },
  {
    // https://docs.aws.amazon.com/dtconsole/latest/userguide/rename.html, https://docs.aws.amazon.com/codebuild/latest/userguide/connections-github-app.html
    actions: /^code(?:star-)?connections:\w*Connection/i,
    words:
      'CodeBuild needs GetConnection, GetConnectionToken and UseConnection on it. Connections have two prefixes, codestar-connections and codeconnections: name the actions and the ARN under both.',
  },
  {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html
    actions: /^iam:CreateServiceLinkedRole$/i,
    words: ({ ways }) =>
      `The role is made once for each account: if an administrator does that (aws iam create-service-linked-role --aws-service-name ${/role\/aws-service-role\/([a-z0-9.-]{5,100})\//.exec(String(ways[0].statements[0]?.['Resource']))?.[1] ?? 'SERVICE_HOST'}), the caller does not need this permission.`,
  },
  {
    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html, UsingWithRDS.IAMDBAuth.Troubleshooting.html
    actions: /^rds-db:connect$/i,
    words:
      'The id is the DbiResourceId of the instance (db-…; for Aurora DbClusterResourceId, cluster-…; behind RDS Proxy prx-…), not its name. IAM authentication must be on, the user of the database must be made for it (PostgreSQL: GRANT rds_iam TO the user; MySQL: AWSAuthenticationPlugin), and the password must be a token that is younger than 15 minutes and was made for this host, port, user and region.',
  },
  {
    // https://docs.aws.amazon.com/msk/latest/developerguide/security-iam-access-control.html
    actions: /^kafka-cluster:Connect$/i,
    words:
      'IAM checks what comes next as well: kafka-cluster:DescribeTopic, ReadData or WriteData on the topic, and AlterGroup and DescribeGroup on the group of a consumer. Port 9098 is the one for IAM (9198 from outside of the VPC).',
  },
  {
    // https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-create.html, https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-eventsourcemapping.html
    actions: /^(?:kinesis|dynamodb):GetRecords$/i,
    words:
      'Who reads a stream also needs GetShardIterator and DescribeStream of the same service on it, and ListStreams on * (AWSLambdaKinesisExecutionRole and AWSLambdaDynamoDBExecutionRole have them); of Kinesis ListShards and DescribeStreamSummary as well, with a consumer SubscribeToShard on it.',
  },
  {
    // https://docs.aws.amazon.com/redshift/latest/mgmt/authorizing-redshift-service-database-users.html, https://docs.aws.amazon.com/redshift/latest/mgmt/copy-unload-iam-role.html
    actions: /^sts:AssumeRole$/i,
    at: 'trust',
    host: 'redshift.amazonaws.com',
    words:
      'The role must also be associated with the cluster (aws redshift describe-clusters, IamRoles). A Condition on sts:ExternalId there names the database users who may use the role (arn:aws:redshift:REGION:ACCOUNT:dbuser:CLUSTER/USER). In a chain of roles, the last one trusts the one before it.',
  },
  {
    // https://docs.aws.amazon.com/vpc-lattice/latest/ug/auth-policies.html
    actions: /^vpc-lattice-svcs:/i,
    at: 'resource',
    words:
      'The service network has an auth policy of its own where its auth type is AWS_IAM, too: both must allow it, and an identity policy of the caller as well. The request must be signed (SigV4, service vpc-lattice-svcs, payload UNSIGNED-PAYLOAD).',
  },
  {
    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-iam.html
    actions: /^ecr:(?:BatchImportUpstreamImage|CreateRepository)$/i,
    words:
      'The first pull through a cache rule needs both ecr:BatchImportUpstreamImage and ecr:CreateRepository on the repository, in an identity policy or in the permissions policy of the registry (aws ecr get-registry-policy).',
  },
  {
    // https://docs.aws.amazon.com/dms/latest/userguide/security-iam.html#CHAP_Security.APIRole
    actions: /^sts:AssumeRole$/i,
    at: 'trust',
    host: 'dms.amazonaws.com',
    words:
      'DMS finds these roles by their names: dms-vpc-role has the AWS-managed policy AmazonDMSVPCManagementRole, dms-cloudwatch-logs-role AmazonDMSCloudWatchLogsRole, dms-access-for-endpoint AmazonDMSRedshiftS3Role.',
  },
  {
    // https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html, https://docs.aws.amazon.com/rolesanywhere/latest/userguide/getting-started.html
    actions: /^sts:AssumeRole$/i,
    at: 'trust',
    host: 'rolesanywhere.amazonaws.com',
    words:
      'The profile must list the role (aws rolesanywhere list-profiles) and be enabled, as must the trust anchor. Conditions on aws:PrincipalTag/x509Subject… and aws:SourceArn must match the certificate and the trust anchor.',
  },
  {
    // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/service-linked-roles-spot-instance-requests.html
    actions: /^ec2:RequestSpotInstances$/i,
    words:
      'The first Spot request of an account also needs iam:CreateServiceLinkedRole for spot.amazonaws.com, unless an administrator has made that role (aws iam create-service-linked-role --aws-service-name spot.amazonaws.com).',
  },
];

/** What the service asks for besides; empty where no row is about the requirement. */
export function serviceRules(one: Requirement): readonly string[] {
  if (one.need !== 'allow') return [];
  const { id, request, ways } = one;
  return RULES.filter(
    ({ actions, at = 'identity', host }) =>
      id === at && actions.test(request.action) && (host === undefined || holdsText(ways, host)),
  ).map(({ words }) => (typeof words === 'string' ? words : words(one)));
}
