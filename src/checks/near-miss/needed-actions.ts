import { rolesPassedBy } from '../../reference/role-operations.ts';

/**
 * What a call needs besides its own action, by lower-case name: parts of the same job, keys, tags.
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

/** Does a call of the one action often need the other one too? Both in any case; a pattern needs nothing. */
export function isNeededBy(asked: string, action: string): boolean {
  const wanted = asked.toLowerCase();
  const key = action.toLowerCase();
  const needed = Object.hasOwn(NEEDED_ACTIONS, key) ? (NEEDED_ACTIONS[key] ?? []) : [];
  if (needed.some((each) => each.toLowerCase() === wanted)) return true;
  return wanted === 'iam:passrole' && rolesPassedBy(action) !== undefined;
}
