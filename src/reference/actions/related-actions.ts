import { rolesPassedBy } from '../services/role-operations.ts';

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

/**
 * What a call needs besides its own action, or is often made with, by lower-case name: parts of the same job, keys, tags, roles.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html (dependent actions)
 */
export const NEEDED_ACTIONS: Readonly<Record<string, readonly string[]>> = {
  'sts:assumerole': ['sts:TagSession', 'sts:SetSourceIdentity', 'sts:SetContext'],
  'ec2:runinstances': ['ec2:CreateTags', 'ec2:CreateNetworkInterface', 'ec2:CreateVolume', 'iam:PassRole'],
  'ec2:createvolume': ['ec2:CreateTags', 'kms:CreateGrant'],
  'ec2:createsnapshot': ['ec2:CreateTags'],
  'ec2:createlaunchtemplate': ['ec2:CreateTags', 'ec2:RunInstances'],
  // https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html
  'ecr:batchgetimage': ['ecr:GetDownloadUrlForLayer', 'ecr:BatchCheckLayerAvailability', 'ecr:GetAuthorizationToken'],
  'ecr:getdownloadurlforlayer': ['ecr:BatchGetImage', 'ecr:GetAuthorizationToken'],
  'ecr:putimage': [
    'ecr:InitiateLayerUpload',
    'ecr:UploadLayerPart',
    'ecr:CompleteLayerUpload',
    'ecr:BatchCheckLayerAvailability',
    'ecr:GetAuthorizationToken',
  ],
  'ecr:initiatelayerupload': [
    'ecr:UploadLayerPart',
    'ecr:CompleteLayerUpload',
    'ecr:PutImage',
    'ecr:BatchCheckLayerAvailability',
    'ecr:GetAuthorizationToken',
  ],
  'logs:putlogevents': ['logs:CreateLogStream', 'logs:CreateLogGroup'],
  'logs:createlogstream': ['logs:PutLogEvents', 'logs:CreateLogGroup'],
  'logs:createloggroup': ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:PutRetentionPolicy', 'logs:TagResource'],
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#require-sse-kms
  's3:putobject': ['kms:GenerateDataKey', 'kms:Decrypt', 's3:PutObjectAcl', 's3:PutObjectTagging'],
  's3:getobject': ['kms:Decrypt', 's3:ListBucket', 's3:GetObjectVersion', 's3:GetObjectTagging'],
  's3:deleteobject': ['s3:DeleteObjectVersion'],
  's3:createbucket': ['s3:PutBucketTagging', 's3:PutBucketPublicAccessBlock', 's3:PutEncryptionConfiguration'],
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
  'sqs:sendmessage': ['kms:GenerateDataKey', 'kms:Decrypt'],
  'sqs:receivemessage': ['kms:Decrypt', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  'sns:publish': ['kms:GenerateDataKey', 'kms:Decrypt'],
  'secretsmanager:getsecretvalue': ['kms:Decrypt'],
  'secretsmanager:putsecretvalue': ['kms:GenerateDataKey', 'kms:Decrypt'],
  'secretsmanager:createsecret': ['kms:GenerateDataKey', 'kms:Decrypt', 'secretsmanager:TagResource'],
  'ssm:getparameter': ['kms:Decrypt'],
  'ssm:getparameters': ['kms:Decrypt'],
  'ssm:getparametersbypath': ['kms:Decrypt'],
  'ssm:putparameter': ['kms:Encrypt', 'kms:GenerateDataKey', 'ssm:AddTagsToResource'],
  'dynamodb:getitem': ['kms:Decrypt'],
  'dynamodb:putitem': ['kms:Decrypt'],
  'dynamodb:createtable': ['dynamodb:TagResource', 'kms:CreateGrant', 'kms:DescribeKey'],
  'lambda:createfunction': ['iam:PassRole', 'lambda:TagResource', 'lambda:GetFunction', 'ec2:DescribeVpcs'],
  'cloudformation:createstack': ['iam:PassRole', 'cloudformation:CreateChangeSet', 'cloudformation:DescribeStacks'],
  'cloudformation:createchangeset': ['cloudformation:ExecuteChangeSet', 'cloudformation:DescribeChangeSet'],
  'ecs:createcluster': ['iam:CreateServiceLinkedRole'],
  'autoscaling:createautoscalinggroup': ['iam:CreateServiceLinkedRole', 'ec2:RunInstances', 'iam:PassRole'],
  'elasticloadbalancing:createloadbalancer': ['iam:CreateServiceLinkedRole', 'elasticloadbalancing:AddTags'],
  'rds:createdbinstance': ['iam:CreateServiceLinkedRole', 'rds:AddTagsToResource', 'kms:CreateGrant'],
  'eks:createcluster': ['iam:PassRole', 'iam:CreateServiceLinkedRole', 'eks:TagResource'],
  'iam:createrole': ['iam:TagRole', 'iam:AttachRolePolicy', 'iam:PutRolePolicy', 'iam:PassRole'],
  'iam:createuser': ['iam:TagUser'],
  'iam:addroletoinstanceprofile': ['iam:PassRole'],
  'kms:encrypt': ['kms:GenerateDataKey'],
  'kms:generatedatakey': ['kms:Decrypt'],
  'kms:createkey': ['kms:TagResource', 'kms:PutKeyPolicy'],
};

/**
 * What the one action has to do with the other one, as a sentence: whether calls of it need that one too, and when, or whether both are
 * often used together. Undefined where they have nothing to do with each other. Both in any case; a pattern needs nothing.
 */
export function neededWords(asked: string, action: string): string | undefined {
  const [wanted, key] = [asked.toLowerCase(), action.toLowerCase()];
  if (wanted === 'iam:passrole' && rolesPassedBy(action) !== undefined)
    return `${action} also needs ${asked} for the role that it passes`;
  const listed = Object.hasOwn(NEEDED_ACTIONS, key) ? (NEEDED_ACTIONS[key] ?? []) : [];
  if (!listed.some((each) => each.toLowerCase() === wanted)) return undefined;
  const rule = RULES.find((each) => each.action.test(key) && each.asked.test(wanted));
  return rule === undefined ? `${asked} is often used with ${action}` : rule.words(action, asked);
}

const OWN_KEY = 'where a customer managed key encrypts the data';

interface NeedRule {
  /** Both in lower case. */
  readonly action: RegExp;
  readonly asked: RegExp;
  readonly words: (action: string, asked: string) => string;
}

/**
 * When the second action is needed: always for a job that takes both, else only with what is asked for there.
 * https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-key (their policies let in everybody in the account)
 */
const RULES: readonly NeedRule[] = [
  { action: /^ecr:(?:batchgetimage|get)/, asked: /^ecr:/, words: of('pulling an image') },
  { action: /^ecr:(?:putimage|initiate)/, asked: /^ecr:/, words: of('pushing an image') },
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions
  { action: /^s3:putobject$/, asked: /^kms:decrypt$/, words: when(`for uploads in parts ${OWN_KEY}`) },
  // https://docs.aws.amazon.com/kms/latest/developerguide/services-parameter-store.html
  { action: /^ssm:putparameter$/, asked: /^kms:generate/, words: when(`for advanced parameters ${OWN_KEY}`) },
  { action: /^(?!kms:)/, asked: /^kms:/, words: when(OWN_KEY) },
  {
    action: /^/,
    asked: /^iam:createservicelinkedrole$/,
    words: when('where the service-linked role is not there yet'),
  },
  { action: /^/, asked: /^sts:setsourceidentity$/, words: when('where a source identity is set') },
  { action: /^/, asked: /^sts:setcontext$/, words: when('where a context is passed') },
  { action: /^/, asked: /^[^:]+:(?!get).*tag/, words: when('where tags are set') },
];

function of(job: string): NeedRule['words'] {
  return (action, asked) => `${job} needs ${asked} as well as ${action}`;
}

function when(condition: string): NeedRule['words'] {
  return (action, asked) => `${action} also needs ${asked} ${condition}`;
}
