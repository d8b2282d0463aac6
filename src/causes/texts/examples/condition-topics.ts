import type { TopicId } from '../../tables/condition-topics.ts';
import { allow, deny, type ExampleParts } from './example.ts';

const OBJECT = 'arn:aws:s3:::assets/logo.png';
const OBJECTS = 'arn:aws:s3:::assets/*';
const BUCKET = 'arn:aws:s3:::assets';
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const TABLE = 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders';
const SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf';
const INSTANCE = 'arn:aws:ec2:eu-west-1:111122223333:instance/*';
const USER = 'arn:aws:iam::111122223333:user/ana';
const ADMIN = 'arn:aws:iam::111122223333:role/admin';
const APP = 'arn:aws:iam::111122223333:role/app';
const GITHUB = 'token.actions.githubusercontent.com';

/** One example for each subject of a condition, by the end of the id. */
export const TOPIC_EXAMPLES = {
  'allowed-accounts': {
    action: 's3:GetObject',
    resource: OBJECT,
    context: { 'aws:ResourceAccount': '444455556666' },
    before: deny('s3:*', '*', { StringNotEquals: { 'aws:ResourceAccount': '111122223333' } }),
    after: deny('s3:*', '*', { StringNotEquals: { 'aws:ResourceAccount': ['111122223333', '444455556666'] } }),
  },
  'encryption-context': {
    action: 'kms:Decrypt',
    resource: KEY,
    context: { 'kms:EncryptionContext:app': 'billing' },
    before: deny('kms:Decrypt', '*', { StringNotEquals: { 'kms:EncryptionContext:app': 'orders' } }),
    after: deny('kms:Decrypt', '*', { StringNotEquals: { 'kms:EncryptionContext:app': ['orders', 'billing'] } }),
  },
  encryption: {
    action: 's3:PutObject',
    resource: OBJECT,
    before: deny('s3:PutObject', '*', { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } }),
    send: { 's3:x-amz-server-side-encryption': 'aws:kms' },
  },
  'leading-keys': {
    action: 'dynamodb:Query',
    resource: TABLE,
    context: { 'dynamodb:LeadingKeys': ['customer-2'] },
    before: allow('dynamodb:Query', TABLE, { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['customer-1'] } }),
    after: allow('dynamodb:Query', TABLE, {
      'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['customer-1', 'customer-2'] },
    }),
  },
  'list-prefix': {
    action: 's3:ListBucket',
    resource: BUCKET,
    context: { 's3:prefix': 'home/ana' },
    before: allow('s3:ListBucket', BUCKET, { StringLike: { 's3:prefix': 'home/ana/*' } }),
    send: { 's3:prefix': 'home/ana/' },
  },
  'mfa-enforcement': {
    principal: USER,
    action: 's3:GetObject',
    resource: OBJECT,
    before: deny('*', '*', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }),
    send: { 'aws:MultiFactorAuthPresent': 'true' },
  },
  'object-acl': {
    action: 's3:PutObject',
    resource: OBJECT,
    before: deny('s3:PutObject', OBJECTS, { StringNotEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } }),
    send: { 's3:x-amz-acl': 'bucket-owner-full-control' },
  },
  organization: {
    action: 's3:GetObject',
    resource: OBJECT,
    context: { 'aws:ResourceOrgID': 'o-partner22222' },
    before: deny('s3:*', '*', { StringNotEquals: { 'aws:ResourceOrgID': 'o-exampleorg1' } }),
    after: deny('s3:*', '*', { StringNotEquals: { 'aws:ResourceOrgID': ['o-exampleorg1', 'o-partner22222'] } }),
  },
  'permissions-boundary': {
    action: 'iam:CreateRole',
    resource: 'arn:aws:iam::111122223333:role/worker',
    before: deny('iam:CreateRole', '*', {
      StringNotEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/TeamBoundary' },
    }),
    send: { 'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/TeamBoundary' },
  },
  'principal-arn': {
    action: 's3:GetObject',
    resource: OBJECT,
    before: deny('s3:*', '*', { ArnNotLike: { 'aws:PrincipalArn': ADMIN } }),
    after: deny('s3:*', '*', { ArnNotLike: { 'aws:PrincipalArn': [ADMIN, APP] } }),
  },
  'principal-tag': {
    action: 's3:GetObject',
    resource: OBJECT,
    context: { 'aws:PrincipalTag/team': 'web' },
    before: deny('s3:*', '*', { StringNotEquals: { 'aws:PrincipalTag/team': 'data' } }),
    after: deny('s3:*', '*', { StringNotEquals: { 'aws:PrincipalTag/team': ['data', 'web'] } }),
  },
  referer: {
    action: 's3:GetObject',
    resource: OBJECT,
    context: { 'aws:Referer': 'https://shop.example.com/cart' },
    before: deny('s3:GetObject', OBJECTS, { StringNotLike: { 'aws:Referer': 'https://www.example.com/*' } }),
    after: deny('s3:GetObject', OBJECTS, {
      StringNotLike: { 'aws:Referer': ['https://www.example.com/*', 'https://shop.example.com/*'] },
    }),
  },
  region: {
    action: 'route53:ListHostedZones',
    resource: '*',
    context: { 'aws:RequestedRegion': 'us-east-1' },
    before: deny('*', '*', { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } }),
    after: {
      Effect: 'Deny',
      NotAction: ['iam:*', 'organizations:*', 'route53:*'],
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
    },
  },
  'request-parameter': {
    action: 'ec2:RunInstances',
    resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
    context: { 'ec2:InstanceType': 'm5.4xlarge' },
    before: deny('ec2:RunInstances', INSTANCE, { StringNotEquals: { 'ec2:InstanceType': ['t3.micro', 't3.small'] } }),
    send: { 'ec2:InstanceType': 't3.small' },
  },
  'request-tag': {
    action: 'ec2:RunInstances',
    resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
    before: deny('ec2:RunInstances', INSTANCE, { Null: { 'aws:RequestTag/team': 'true' } }),
    send: { 'aws:RequestTag/team': 'data' },
  },
  'resource-tag': {
    action: 'secretsmanager:GetSecretValue',
    resource: SECRET,
    context: { 'aws:ResourceTag/stage': 'prod' },
    before: deny('secretsmanager:GetSecretValue', '*', { StringNotEquals: { 'aws:ResourceTag/stage': 'dev' } }),
    after: deny('secretsmanager:GetSecretValue', '*', {
      StringNotEquals: { 'aws:ResourceTag/stage': ['dev', 'prod'] },
    }),
  },
  'secure-transport': {
    action: 's3:GetObject',
    resource: OBJECT,
    context: { 'aws:SecureTransport': 'false' },
    before: deny('s3:*', '*', { Bool: { 'aws:SecureTransport': 'false' } }),
    send: { 'aws:SecureTransport': 'true' },
  },
  'service-name': {
    action: 'iam:CreateServiceLinkedRole',
    resource: 'arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
    context: { 'iam:AWSServiceName': 'ecs.amazonaws.com' },
    before: allow('iam:CreateServiceLinkedRole', '*', { StringEquals: { 'iam:AWSServiceName': 'rds.amazonaws.com' } }),
    after: allow('iam:CreateServiceLinkedRole', '*', {
      StringEquals: { 'iam:AWSServiceName': ['rds.amazonaws.com', 'ecs.amazonaws.com'] },
    }),
  },
  'session-origin': {
    action: 's3:GetObject',
    resource: OBJECT,
    context: { 'ec2:RoleDelivery': '1.0' },
    before: deny('*', '*', { NumericLessThan: { 'ec2:RoleDelivery': '2.0' } }),
    send: { 'ec2:RoleDelivery': '2.0' },
  },
  'source-account': {
    principal: { service: 'cloudtrail.amazonaws.com' },
    action: 's3:PutObject',
    resource: OBJECT,
    context: { 'aws:SourceAccount': '444455556666' },
    before: deny('s3:PutObject', '*', { StringNotEquals: { 'aws:SourceAccount': '111122223333' } }),
    after: deny('s3:PutObject', '*', { StringNotEquals: { 'aws:SourceAccount': ['111122223333', '444455556666'] } }),
  },
  'source-ip': {
    action: 's3:GetObject',
    resource: OBJECT,
    context: { 'aws:SourceIp': '198.51.100.7' },
    before: deny('*', '*', { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }),
    after: deny('*', '*', { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '198.51.100.0/24'] } }),
  },
  'source-vpce': {
    action: 's3:GetObject',
    resource: OBJECT,
    context: { 'aws:SourceVpce': 'vpce-0bbbbbbbbbbbbbbbb' },
    before: deny('s3:*', '*', { StringNotEquals: { 'aws:SourceVpce': 'vpce-0aaaaaaaaaaaaaaaa' } }),
    after: deny('s3:*', '*', {
      StringNotEquals: { 'aws:SourceVpce': ['vpce-0aaaaaaaaaaaaaaaa', 'vpce-0bbbbbbbbbbbbbbbb'] },
    }),
  },
  time: {
    action: 's3:GetObject',
    resource: OBJECT,
    context: { 'aws:CurrentTime': '2026-09-01T09:00:00Z' },
    before: deny('s3:*', '*', { DateGreaterThan: { 'aws:CurrentTime': '2026-06-30T00:00:00Z' } }),
    after: deny('s3:*', '*', { DateGreaterThan: { 'aws:CurrentTime': '2026-12-31T00:00:00Z' } }),
  },
  'token-claims': {
    principal: { federated: `arn:aws:iam::111122223333:oidc-provider/${GITHUB}` },
    action: 'sts:AssumeRoleWithWebIdentity',
    resource: 'arn:aws:iam::111122223333:role/deploy',
    context: { [`${GITHUB}:sub`]: 'repo:octo-labs/app:ref:refs/heads/main' },
    before: deny('sts:AssumeRoleWithWebIdentity', '*', { StringNotLike: { [`${GITHUB}:sub`]: 'repo:octo-org/*' } }),
    after: deny('sts:AssumeRoleWithWebIdentity', '*', {
      StringNotLike: { [`${GITHUB}:sub`]: ['repo:octo-org/*', 'repo:octo-labs/*'] },
    }),
  },
  'user-id': {
    action: 's3:GetObject',
    resource: OBJECT,
    context: { 'aws:userid': 'AROAEXAMPLENEWROLE000:build-42' },
    before: deny('s3:*', '*', { StringNotLike: { 'aws:userid': 'AROAEXAMPLEOLDROLE000:*' } }),
    after: deny('s3:*', '*', { StringNotLike: { 'aws:userid': 'AROAEXAMPLENEWROLE000:*' } }),
  },
  'via-service': {
    action: 's3:GetObject',
    resource: OBJECT,
    context: { 'aws:SourceIp': '198.51.100.7', 'aws:ViaAWSService': 'true' },
    before: deny('*', '*', { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }),
    after: deny('*', '*', {
      NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
      Bool: { 'aws:ViaAWSService': 'false' },
    }),
  },
} as const satisfies Readonly<Record<TopicId, ExampleParts>>;

/** Parameters of calls in layers that do not limit EC2. */
export const S3_PARAMETER: ExampleParts = {
  action: 's3:PutObject',
  resource: OBJECT,
  context: { 's3:x-amz-storage-class': 'GLACIER' },
  before: deny('s3:PutObject', '*', { StringNotEquals: { 's3:x-amz-storage-class': 'STANDARD' } }),
  send: { 's3:x-amz-storage-class': 'STANDARD' },
};

/** Resource control policies limit some services only. */
export const S3_REGION: ExampleParts = {
  action: 's3:GetObject',
  resource: OBJECT,
  context: { 'aws:RequestedRegion': 'us-east-1' },
  before: deny('s3:*', '*', { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } }),
  after: deny('s3:*', '*', { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'us-east-1'] } }),
};

/** A queue is tagged, where an EC2 instance has no resource policy. */
export const QUEUE_TAG: ExampleParts = {
  action: 'sqs:TagQueue',
  resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
  before: deny('sqs:TagQueue', '*', { Null: { 'aws:RequestTag/team': 'true' } }),
  send: { 'aws:RequestTag/team': 'data' },
};

/** A session name is a parameter of sts:AssumeRole. */
export const STS_PARAMETER: ExampleParts = {
  action: 'sts:AssumeRole',
  resource: 'arn:aws:iam::111122223333:role/deploy',
  context: { 'sts:RoleSessionName': 'session-1' },
  before: deny('sts:AssumeRole', '*', { StringNotLike: { 'sts:RoleSessionName': 'ticket-*' } }),
  send: { 'sts:RoleSessionName': 'ticket-4711' },
};

/** Callers of another organization, where the policy is one of the resource. */
export const CALLER_ORGANIZATION: ExampleParts = {
  action: 's3:GetObject',
  resource: OBJECT,
  context: { 'aws:PrincipalOrgID': 'o-partner22222' },
  before: deny('s3:*', '*', { StringNotEquals: { 'aws:PrincipalOrgID': 'o-exampleorg1' } }),
  after: deny('s3:*', '*', { StringNotEquals: { 'aws:PrincipalOrgID': ['o-exampleorg1', 'o-partner22222'] } }),
};

/** Callers of another account, where the policy is one of the resource. */
export const CALLER_ACCOUNT: ExampleParts = {
  action: 's3:GetObject',
  resource: OBJECT,
  principal: 'arn:aws:iam::444455556666:role/app',
  before: deny('s3:*', '*', { StringNotEquals: { 'aws:PrincipalAccount': '111122223333' } }),
  after: deny('s3:*', '*', { StringNotEquals: { 'aws:PrincipalAccount': ['111122223333', '444455556666'] } }),
};
