import { type GuardedRequest, type GuardRow, OF_CALLER, OF_EITHER } from './guard-row.ts';

const isKindIn = (kinds: RegExp) => (request: GuardedRequest) =>
  request.resource === null || request.resource === '*' || kinds.test(request.resource);

/**
 * What guards of certain actions usually ask. Reviewed against AWS's examples:
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples.html
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html
 */
export const GUARDS_OF_ACTIONS: readonly GuardRow[] = [
  {
    id: 's3-encryption',
    keys: ['s3:x-amz-server-side-encryption', 's3:x-amz-server-side-encryption-aws-kms-key-id'],
    layers: OF_EITHER,
    actions: /^s3:PutObject$/i,
  },
  { id: 's3-acl', keys: ['s3:x-amz-acl'], layers: OF_EITHER, actions: /^s3:PutObject(?:Acl)?$/i },
  {
    id: 'instance-type',
    keys: ['ec2:InstanceType'],
    layers: OF_CALLER,
    actions: /^ec2:RunInstances$/i,
    when: isKindIn(/:instance\//),
  },
  {
    id: 'instance-metadata',
    keys: ['ec2:MetadataHttpTokens'],
    layers: OF_CALLER,
    actions: /^ec2:RunInstances$/i,
    when: isKindIn(/:instance\//),
  },
  {
    id: 'volume-encryption',
    keys: ['ec2:Encrypted'],
    layers: OF_CALLER,
    actions: /^ec2:(?:RunInstances|CreateVolume)$/i,
    when: isKindIn(/:volume\//),
  },
  {
    id: 'public-address',
    keys: ['ec2:AssociatePublicIpAddress'],
    layers: OF_CALLER,
    actions: /^ec2:RunInstances$/i,
    when: isKindIn(/:network-interface\//),
  },
  {
    id: 'image-owner',
    keys: ['ec2:Owner'],
    layers: OF_CALLER,
    actions: /^ec2:RunInstances$/i,
    when: isKindIn(/:image\//),
  },
  {
    id: 'storage-encryption',
    keys: ['rds:StorageEncrypted'],
    layers: OF_CALLER,
    actions: /^rds:CreateDB(?:Cluster|Instance)$/i,
  },
  {
    id: 'storage-encryption',
    keys: ['elasticfilesystem:Encrypted'],
    layers: OF_CALLER,
    actions: /^elasticfilesystem:CreateFileSystem$/i,
  },
  {
    id: 'function-vpc',
    keys: ['lambda:VpcIds', 'lambda:SubnetIds'],
    layers: OF_CALLER,
    actions: /^lambda:(?:CreateFunction|UpdateFunctionConfiguration)$/i,
  },
  {
    id: 'function-url',
    keys: ['lambda:FunctionUrlAuthType'],
    layers: OF_CALLER,
    actions: /^lambda:(?:CreateFunctionUrlConfig|UpdateFunctionUrlConfig|AddPermission)$/i,
  },
  {
    // https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-encryption-context
    id: 'encryption-context',
    keys: ['kms:EncryptionContext:context-key', 'kms:EncryptionContextKeys'],
    layers: OF_EITHER,
    actions: /^kms:(?:Encrypt|Decrypt|ReEncrypt\w+|GenerateDataKey\w*|CreateGrant)$/i,
  },
  {
    id: 'key-through-service',
    keys: ['kms:ViaService'],
    layers: OF_EITHER,
    actions: /^kms:(?:Encrypt|Decrypt|ReEncrypt\w+|GenerateDataKey\w*|CreateGrant|DescribeKey)$/i,
  },
  {
    id: 'grant-for-service',
    keys: ['kms:GrantIsForAWSResource'],
    layers: OF_EITHER,
    actions: /^kms:(?:CreateGrant|RevokeGrant|ListGrants)$/i,
  },
  {
    id: 'public-secret-policy',
    keys: ['secretsmanager:BlockPublicPolicy'],
    layers: OF_EITHER,
    actions: /^secretsmanager:PutResourcePolicy$/i,
  },
  {
    id: 'permissions-boundary',
    keys: ['iam:PermissionsBoundary'],
    layers: OF_CALLER,
    actions: /^iam:(?:Create(?:Role|User)|Put(?:Role|User)PermissionsBoundary)$/i,
  },
  { id: 'passed-to-service', keys: ['iam:PassedToService'], layers: OF_CALLER, actions: /^iam:PassRole$/i },
];
