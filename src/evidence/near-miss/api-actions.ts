/**
 * Names of APIs that people write into policies, with the IAM action which AWS really asks for; by lower-case name.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
export const API_ACTIONS: Readonly<Record<string, string>> = {
  's3:listobjects': 's3:ListBucket',
  's3:listobjectsv2': 's3:ListBucket',
  's3:headbucket': 's3:ListBucket',
  's3:headobject': 's3:GetObject',
  's3:copyobject': 's3:PutObject',
  's3:deleteobjects': 's3:DeleteObject',
  's3:createmultipartupload': 's3:PutObject',
  's3:uploadpart': 's3:PutObject',
  's3:completemultipartupload': 's3:PutObject',
  's3:listbuckets': 's3:ListAllMyBuckets',
  's3:listobjectversions': 's3:ListBucketVersions',
  's3:listmultipartuploads': 's3:ListBucketMultipartUploads',
  's3:getbucketencryption': 's3:GetEncryptionConfiguration',
  's3:putbucketencryption': 's3:PutEncryptionConfiguration',
  's3:getbucketlifecycleconfiguration': 's3:GetLifecycleConfiguration',
  's3:putbucketlifecycleconfiguration': 's3:PutLifecycleConfiguration',
  's3:getbucketreplication': 's3:GetReplicationConfiguration',
  's3:putbucketreplication': 's3:PutReplicationConfiguration',
  's3:getpublicaccessblock': 's3:GetBucketPublicAccessBlock',
  's3:putpublicaccessblock': 's3:PutBucketPublicAccessBlock',
  'lambda:invoke': 'lambda:InvokeFunction',
  'dynamodb:transactgetitems': 'dynamodb:GetItem',
  'dynamodb:transactwriteitems': 'dynamodb:PutItem',
  'sqs:sendmessagebatch': 'sqs:SendMessage',
  'sqs:deletemessagebatch': 'sqs:DeleteMessage',
  'sns:publishbatch': 'sns:Publish',
  'kms:reencrypt': 'kms:ReEncryptFrom',
  'ecr:pushimage': 'ecr:PutImage',
  'ecr:getdockerlogin': 'ecr:GetAuthorizationToken',
  'cloudwatch:putlogevents': 'logs:PutLogEvents',
  'cloudwatch:createloggroup': 'logs:CreateLogGroup',
  'cloudwatch:createlogstream': 'logs:CreateLogStream',
  'sts:passrole': 'iam:PassRole',
  'iam:assumerole': 'sts:AssumeRole',
  'sts:assumerolewithoidc': 'sts:AssumeRoleWithWebIdentity',
  'apigateway:invoke': 'execute-api:Invoke',
  'stepfunctions:startexecution': 'states:StartExecution',
  'eventbridge:putevents': 'events:PutEvents',
};

/** The IAM action of an API that people write into policies in its place; the API in lower case. */
export function apiAction(api: string): string | undefined {
  return Object.hasOwn(API_ACTIONS, api) ? API_ACTIONS[api] : undefined;
}
