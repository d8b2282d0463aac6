import { takesUnsigned } from '../model/actions.ts';
import type { Layer } from '../model/layer.ts';
import type { PrincipalType } from '../model/principal.ts';
import type { GuardId, UsualGuard } from '../model/usual-guard.ts';
import { actionFacts } from './service-facts.ts';

/** The denied request, as far as it tells which guards are usual. */
export interface GuardedRequest {
  readonly layer: Layer;
  readonly action: string;
  /** An ARN or `*`, perhaps masked; null where nothing tells. */
  readonly resource: string | null;
  /** Null where it is not known who called. */
  readonly callerType: PrincipalType | null;
  /** Are caller and resource in one account? Then they are in one organization. */
  readonly accounts: 'same' | 'across' | 'unknown';
}

interface GuardRow {
  readonly id: GuardId;
  readonly keys: readonly string[];
  readonly layers: readonly Layer[];
  /** Unless given, every action. */
  readonly actions?: RegExp;
  /** What else has to hold; unless given, nothing. */
  readonly when?: (request: GuardedRequest) => boolean;
}

const OF_CALLER: readonly Layer[] = ['scp', 'identity', 'boundary'];
const OF_RESOURCE: readonly Layer[] = ['resource', 'rcp'];
const ORGANIZATION = ['aws:PrincipalOrgID', 'aws:PrincipalAccount'];
const ANY: readonly Layer[] = [...OF_CALLER, ...OF_RESOURCE];

/** Services with one endpoint for all regions, which guards of the region leave out. */
const GLOBAL = /^(?:iam|organizations|route53|cloudfront|support|account|budgets|ce|waf|globalaccelerator):/i;

const isService = ({ callerType }: GuardedRequest) => callerType === 'service';
const isGuest = ({ action, callerType }: GuardedRequest) => callerType === 'anonymous' && takesUnsigned(action);
const mayBeOutside = ({ layer, accounts }: GuardedRequest) => layer === 'endpoint' || accounts !== 'same';
const isKindIn = (kinds: RegExp) => (request: GuardedRequest) =>
  request.resource === null || request.resource === '*' || kinds.test(request.resource);
const has =
  (key: string) =>
  ({ action }: GuardedRequest) =>
    actionFacts(action)?.conditionKeys.includes(key) === true;

/**
 * What guards usually ask, those of certain actions first. Reviewed against AWS's examples:
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples.html
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html
 * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
const ROWS: readonly GuardRow[] = [
  {
    id: 's3-encryption',
    keys: ['s3:x-amz-server-side-encryption', 's3:x-amz-server-side-encryption-aws-kms-key-id'],
    layers: ANY,
    actions: /^s3:PutObject$/i,
  },
  { id: 's3-acl', keys: ['s3:x-amz-acl'], layers: ANY, actions: /^s3:PutObject(?:Acl)?$/i },
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
    layers: ANY,
    actions: /^kms:(?:Encrypt|Decrypt|ReEncrypt\w+|GenerateDataKey\w*|CreateGrant)$/i,
  },
  {
    id: 'key-through-service',
    keys: ['kms:ViaService'],
    layers: ANY,
    actions: /^kms:(?:Encrypt|Decrypt|ReEncrypt\w+|GenerateDataKey\w*|CreateGrant|DescribeKey)$/i,
  },
  {
    id: 'grant-for-service',
    keys: ['kms:GrantIsForAWSResource'],
    layers: ANY,
    actions: /^kms:(?:CreateGrant|RevokeGrant|ListGrants)$/i,
  },
  {
    id: 'public-secret-policy',
    keys: ['secretsmanager:BlockPublicPolicy'],
    layers: ANY,
    actions: /^secretsmanager:PutResourcePolicy$/i,
  },
  {
    id: 'permissions-boundary',
    keys: ['iam:PermissionsBoundary'],
    layers: OF_CALLER,
    actions: /^iam:(?:Create(?:Role|User)|Put(?:Role|User)PermissionsBoundary)$/i,
  },
  { id: 'passed-to-service', keys: ['iam:PassedToService'], layers: OF_CALLER, actions: /^iam:PassRole$/i },
  {
    id: 'request-tags',
    keys: ['aws:RequestTag/tag-key'],
    layers: OF_CALLER,
    actions: /^[\w-]+:(?:Create|Run|Allocate|Import|Register|Copy|Restore|Request|Tag|AddTags)/i,
    when: has(`aws:RequestTag/${'$'}{TagKey}`),
  },
  {
    id: 'resource-tags',
    keys: ['aws:ResourceTag/tag-key'],
    layers: OF_CALLER,
    actions: /^(?![\w-]+:(?:Create|Run|Import|Register))/i,
    when: has(`aws:ResourceTag/${'$'}{TagKey}`),
  },
  {
    id: 'region',
    keys: ['aws:RequestedRegion'],
    layers: OF_CALLER,
    when: ({ action }) => !GLOBAL.test(action),
  },
  {
    id: 'transport',
    keys: ['aws:SecureTransport'],
    layers: OF_RESOURCE,
    actions: /^(?!s3:|sts:)/i,
    when: (request) => !isService(request),
  },
  {
    id: 'transport',
    keys: ['aws:SecureTransport', 's3:TlsVersion'],
    layers: OF_RESOURCE,
    actions: /^s3:/i,
    when: (request) => !isService(request),
  },
  {
    id: 'token-subject',
    keys: ['token.actions.githubusercontent.com:sub'],
    layers: ['rcp', 'trust'],
    actions: /^sts:AssumeRoleWithWebIdentity$/i,
  },
  { id: 'principal', keys: ['aws:PrincipalArn'], layers: ['scp', 'resource'], when: (request) => !isService(request) },
  {
    id: 'network',
    keys: ['aws:SourceVpce', 'aws:SourceVpc', 'aws:SourceIp'],
    layers: [...ANY, 'trust'],
    when: (request) => !isService(request),
  },
  {
    id: 'network-of-service',
    keys: ['aws:SourceVpce', 'aws:SourceVpc', 'aws:SourceIp'],
    layers: OF_RESOURCE,
    when: isService,
  },
  {
    id: 'resource-organization',
    keys: ['aws:ResourceOrgID', 'aws:ResourceAccount'],
    layers: [...OF_CALLER, 'endpoint'],
    actions: /^(?:s3|sqs|sns|kms|secretsmanager|dynamodb|ecr|lambda|logs|events|kinesis):(?!Create)|^sts:AssumeRole$/i,
    when: mayBeOutside,
  },
  {
    id: 'organization',
    keys: ORGANIZATION,
    layers: [...OF_RESOURCE, 'trust', 'endpoint'],
    when: (request) => !isService(request) && !isGuest(request) && mayBeOutside(request),
  },
  { id: 'organization-of-guests', keys: ORGANIZATION, layers: OF_RESOURCE, when: isGuest },
  {
    id: 'revoked-sessions',
    keys: ['aws:TokenIssueTime'],
    layers: ['identity'],
    when: ({ callerType }) => callerType === 'session',
  },
  {
    id: 'mfa',
    keys: ['aws:MultiFactorAuthPresent'],
    layers: ['identity', 'scp', 'resource', 'trust'],
    when: ({ callerType }) => callerType === null || callerType === 'user',
  },
];

/** A longer list would not be read through. */
const MOST = 6;

/** What a Deny of the action in a policy of the layer usually asks of the request, what is asked of this action alone first. */
export function usualGuards(request: GuardedRequest): readonly UsualGuard[] {
  return ROWS.filter(
    ({ layers, actions, when }) =>
      layers.includes(request.layer) && (actions?.test(request.action) ?? true) && (when?.(request) ?? true),
  )
    .slice(0, MOST)
    .map(({ id, keys }) => ({ id, keys }));
}

/** Every key of the table with the actions that it is for, for its test. */
export const GUARD_ROWS: readonly Pick<GuardRow, 'id' | 'keys' | 'actions'>[] = ROWS;
