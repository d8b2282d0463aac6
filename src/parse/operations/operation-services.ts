/** Operations that only one service has, for wrappers that do not name the service. */
const OPERATIONS: Readonly<Record<string, string>> = {
  s3: 'AbortMultipartUpload CompleteMultipartUpload CopyObject CreateBucket CreateMultipartUpload DeleteBucket DeleteBucketPolicy DeleteObject DeleteObjects DeleteObjectTagging GetBucketAcl GetBucketCors GetBucketEncryption GetBucketLifecycleConfiguration GetBucketLocation GetBucketLogging GetBucketNotificationConfiguration GetBucketPolicy GetBucketPolicyStatus GetBucketReplication GetBucketTagging GetBucketVersioning GetBucketWebsite GetObject GetObjectAcl GetObjectAttributes GetObjectLockConfiguration GetObjectTagging GetPublicAccessBlock HeadBucket HeadObject ListBuckets ListMultipartUploads ListObjects ListObjectsV2 ListObjectVersions ListParts PutBucketAcl PutBucketCors PutBucketEncryption PutBucketLifecycleConfiguration PutBucketLogging PutBucketNotificationConfiguration PutBucketOwnershipControls PutBucketPolicy PutBucketReplication PutBucketTagging PutBucketVersioning PutBucketWebsite PutObject PutObjectAcl PutObjectTagging PutPublicAccessBlock RestoreObject UploadPart UploadPartCopy',
  sts: 'AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity DecodeAuthorizationMessage GetCallerIdentity GetFederationToken GetSessionToken',
  iam: 'AddRoleToInstanceProfile AddUserToGroup AttachGroupPolicy AttachRolePolicy AttachUserPolicy CreateAccessKey CreateInstanceProfile CreateLoginProfile CreateOpenIDConnectProvider CreateRole CreateSAMLProvider CreateServiceLinkedRole DeleteAccessKey DeleteRole DeleteRolePolicy DetachRolePolicy GetAccountSummary GetInstanceProfile GetLoginProfile GetOpenIDConnectProvider GetPolicyVersion GetRole GetRolePolicy ListAccessKeys ListAccountAliases ListAttachedRolePolicies ListAttachedUserPolicies ListEntitiesForPolicy ListGroupsForUser ListInstanceProfilesForRole ListMFADevices ListRolePolicies ListRoles ListUserPolicies PassRole PutRolePolicy PutUserPolicy SimulatePrincipalPolicy UpdateAssumeRolePolicy',
  ec2: 'AllocateAddress AssociateAddress AttachVolume AuthorizeSecurityGroupEgress AuthorizeSecurityGroupIngress CreateFleet CreateImage CreateInternetGateway CreateKeyPair CreateLaunchTemplate CreateNatGateway CreateNetworkInterface CreateRoute CreateRouteTable CreateSecurityGroup CreateSubnet CreateVolume CreateVpc CreateVpcEndpoint DeleteNetworkInterface DeleteSecurityGroup DescribeAddresses DescribeAvailabilityZones DescribeImages DescribeInstances DescribeInstanceStatus DescribeInstanceTypes DescribeKeyPairs DescribeLaunchTemplates DescribeNetworkInterfaces DescribeRegions DescribeRouteTables DescribeSecurityGroups DescribeSnapshots DescribeSubnets DescribeVolumes DescribeVpcs ModifyInstanceAttribute ReleaseAddress RunInstances StartInstances StopInstances TerminateInstances',
  kms: 'CreateGrant Decrypt DescribeKey Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext GetKeyPolicy GetKeyRotationStatus PutKeyPolicy ReEncrypt ScheduleKeyDeletion',
  ssm: 'DeleteParameter DescribeInstanceInformation DescribeParameters GetCommandInvocation GetParameter GetParameterHistory GetParameters GetParametersByPath PutParameter SendCommand StartAutomationExecution UpdateInstanceInformation',
  secretsmanager:
    'CreateSecret DeleteSecret DescribeSecret GetSecretValue ListSecrets PutSecretValue RotateSecret UpdateSecret',
  lambda:
    'AddPermission CreateEventSourceMapping CreateFunction DeleteFunction GetFunction GetFunctionConfiguration GetFunctionUrlConfig Invoke ListFunctions PublishLayerVersion PublishVersion UpdateFunctionCode UpdateFunctionConfiguration',
  dynamodb:
    'BatchGetItem BatchWriteItem DeleteItem DescribeTable GetItem PutItem TransactGetItems TransactWriteItems UpdateItem UpdateTable UpdateTimeToLive',
  sqs: 'ChangeMessageVisibility CreateQueue DeleteMessage DeleteQueue GetQueueAttributes GetQueueUrl ListQueues PurgeQueue ReceiveMessage SendMessage SendMessageBatch SetQueueAttributes',
  sns: 'ConfirmSubscription CreateTopic DeleteTopic GetTopicAttributes ListSubscriptionsByTopic ListTopics Publish PublishBatch SetTopicAttributes Subscribe Unsubscribe',
  ecs: 'DeregisterTaskDefinition DescribeContainerInstances DescribeTaskDefinition ExecuteCommand RegisterContainerInstance RegisterTaskDefinition RunTask',
  ecr: 'BatchCheckLayerAvailability BatchGetImage CompleteLayerUpload GetDownloadUrlForLayer InitiateLayerUpload PutImage UploadLayerPart DescribeRepositories',
  eks: 'CreateNodegroup DescribeNodegroup CreateFargateProfile ListFargateProfiles ListNodegroups',
  batch: 'DescribeJobDefinitions DescribeJobQueues RegisterJobDefinition SubmitJob',
  cloudformation:
    'CreateChangeSet CreateStack DeleteStack DescribeChangeSet DescribeStackEvents DescribeStackResources DescribeStacks ExecuteChangeSet GetTemplate GetTemplateSummary UpdateStack ValidateTemplate',
  logs: 'CreateLogGroup CreateLogStream DescribeLogGroups DescribeLogStreams FilterLogEvents GetLogEvents PutLogEvents PutRetentionPolicy PutSubscriptionFilter',
  cloudwatch: 'DescribeAlarms GetMetricData GetMetricStatistics PutMetricAlarm PutMetricData',
  organizations:
    'DescribeAccount DescribeOrganization ListAccounts ListAccountsForParent ListAWSServiceAccessForOrganization ListDelegatedAdministrators ListOrganizationalUnitsForParent ListPoliciesForTarget',
  route53: 'ChangeResourceRecordSets GetHostedZone ListHostedZones ListHostedZonesByName ListResourceRecordSets',
  bedrock: 'Converse ConverseStream InvokeAgent InvokeModel InvokeModelWithResponseStream ListFoundationModels',
  states:
    'CreateStateMachine DescribeExecution DescribeStateMachine ListStateMachines SendTaskSuccess StartSyncExecution',
  events: 'PutEvents PutRule PutTargets RemoveTargets',
  kinesis: 'DescribeStreamSummary GetShardIterator PutRecords',
  firehose: 'PutRecordBatch DescribeDeliveryStream',
  glue: 'GetJobRuns CreateCrawler GetCrawler StartCrawler StartJobRun GetPartitions',
  athena: 'GetQueryExecution GetQueryResults StartQueryExecution',
  sagemaker: 'CreateEndpoint CreateEndpointConfig CreateTrainingJob CreateProcessingJob DescribeTrainingJob',
  cloudfront: 'CreateInvalidation GetDistribution UpdateDistribution',
  cloudtrail: 'DescribeTrails LookupEvents CreateTrail',
};

/** The prefix of the service that has this operation; undefined unless only one is known to have it. */
export function serviceOfOperation(operation: string): string | undefined {
  if (!/^[A-Za-z0-9]{1,128}$/.test(operation)) return undefined;
  // To create a map of all of them would take longer than the few searches of a run.
  return Object.keys(OPERATIONS).find((service) => ` ${OPERATIONS[service]} `.includes(` ${operation} `));
}
