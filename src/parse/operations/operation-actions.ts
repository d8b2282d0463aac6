import { serviceOfOperation } from './operation-services.ts';
import { isServiceName, prefixOfService } from './service-prefixes.ts';

/**
 * Operations whose action has another name; null if an operation needs several actions, or has none of its own.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const ACTIONS: Readonly<Record<string, string | null>> = {
  's3:CompleteMultipartUpload': 's3:PutObject',
  's3:CopyObject': null,
  's3:CreateMultipartUpload': 's3:PutObject',
  's3:DeleteBucketCors': 's3:PutBucketCORS',
  's3:DeleteBucketEncryption': 's3:PutEncryptionConfiguration',
  's3:DeleteBucketLifecycle': 's3:PutLifecycleConfiguration',
  's3:DeleteBucketReplication': 's3:PutReplicationConfiguration',
  's3:DeleteBucketTagging': 's3:PutBucketTagging',
  's3:DeleteObjects': 's3:DeleteObject',
  's3:DeletePublicAccessBlock': 's3:PutBucketPublicAccessBlock',
  's3:GetBucketAccelerateConfiguration': 's3:GetAccelerateConfiguration',
  's3:GetBucketCors': 's3:GetBucketCORS',
  's3:GetBucketEncryption': 's3:GetEncryptionConfiguration',
  's3:GetBucketLifecycle': 's3:GetLifecycleConfiguration',
  's3:GetBucketLifecycleConfiguration': 's3:GetLifecycleConfiguration',
  's3:GetBucketNotificationConfiguration': 's3:GetBucketNotification',
  's3:GetBucketReplication': 's3:GetReplicationConfiguration',
  's3:GetObjectLockConfiguration': 's3:GetBucketObjectLockConfiguration',
  's3:GetPublicAccessBlock': 's3:GetBucketPublicAccessBlock',
  's3:HeadBucket': 's3:ListBucket',
  's3:HeadObject': 's3:GetObject',
  's3:ListBuckets': 's3:ListAllMyBuckets',
  's3:ListMultipartUploads': 's3:ListBucketMultipartUploads',
  's3:ListObjects': 's3:ListBucket',
  's3:ListObjectsV2': 's3:ListBucket',
  's3:ListObjectVersions': 's3:ListBucketVersions',
  's3:ListParts': 's3:ListMultipartUploadParts',
  's3:PutBucketAccelerateConfiguration': 's3:PutAccelerateConfiguration',
  's3:PutBucketCors': 's3:PutBucketCORS',
  's3:PutBucketEncryption': 's3:PutEncryptionConfiguration',
  's3:PutBucketLifecycle': 's3:PutLifecycleConfiguration',
  's3:PutBucketLifecycleConfiguration': 's3:PutLifecycleConfiguration',
  's3:PutBucketNotificationConfiguration': 's3:PutBucketNotification',
  's3:PutBucketReplication': 's3:PutReplicationConfiguration',
  's3:PutObjectLockConfiguration': 's3:PutBucketObjectLockConfiguration',
  's3:PutPublicAccessBlock': 's3:PutBucketPublicAccessBlock',
  's3:UploadPart': 's3:PutObject',
  's3:UploadPartCopy': null,
  'lambda:Invoke': 'lambda:InvokeFunction',
  'bedrock:Converse': 'bedrock:InvokeModel',
  'bedrock:ConverseStream': 'bedrock:InvokeModelWithResponseStream',
  'dynamodb:BatchExecuteStatement': null,
  'dynamodb:ExecuteStatement': null,
  'dynamodb:ExecuteTransaction': null,
  'dynamodb:TransactGetItems': 'dynamodb:GetItem',
  'dynamodb:TransactWriteItems': null,
  'sqs:SendMessageBatch': 'sqs:SendMessage',
  'sqs:DeleteMessageBatch': 'sqs:DeleteMessage',
  'sqs:ChangeMessageVisibilityBatch': 'sqs:ChangeMessageVisibility',
  'sns:PublishBatch': 'sns:Publish',
};

/** Services whose operations do not imply an action. */
const NO_ACTIONS_OF_THEIR_OWN = new Set(['apigateway', 'execute-api', 'sso-oauth', 'cloudformation-resource']);

/** CloudTrail puts the version of the API behind the names of some: `CreateFunction20150331v2`, `UpdateDistribution2020_05_31`. */
const VERSION = /20\d\d_?[01]\d_?[0-3]\d(?:v\d)?$/;

/** The action that an operation needs; undefined if that is ambiguous, or either of the names can be none. */
export function actionOfOperation(operation: string, service: string | undefined): string | undefined {
  const name = operation.replace(VERSION, '').replace(/^[a-z]/, (letter) => letter.toUpperCase());
  if (!/^[A-Z][A-Za-z0-9]{1,120}$/.test(name)) return undefined;
  if (service !== undefined && !isServiceName(service)) return undefined;
  const prefix = service === undefined ? serviceOfOperation(name) : prefixOfService(service);
  if (prefix === undefined || NO_ACTIONS_OF_THEIR_OWN.has(prefix)) return undefined;
  const action = `${prefix}:${name}`;
  if (!Object.hasOwn(ACTIONS, action)) return action;
  return ACTIONS[action] ?? undefined;
}
