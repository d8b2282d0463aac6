import type { NearMissId } from '../../tables/near-misses.ts';
import { allow, type ExampleParts, type ExampleStatement, withPrincipal } from './example.ts';

const OBJECT = 'arn:aws:s3:::assets/logo.png';
const OBJECTS = 'arn:aws:s3:::assets/*';
const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:orders';
const SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db';
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const TABLE = 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders';

/**
 * One example for each detail in which an Allow misses a request, by the end of the id. AWS does not document what an operator for one value
 * says of several, so that there is none of that.
 */
export const NEAR_MISS_EXAMPLES = {
  account: {
    action: 'sqs:SendMessage',
    resource: QUEUE,
    before: allow('sqs:SendMessage', QUEUE.replace('111122223333', '444455556666')),
    after: allow('sqs:SendMessage', [QUEUE.replace('111122223333', '444455556666'), QUEUE]),
  },
  'action-prefix': {
    action: 's3:GetObject',
    resource: OBJECT,
    before: allow('s3api:GetObject', OBJECTS),
    after: allow('s3:GetObject', OBJECTS),
  },
  'api-name': {
    action: 's3:ListBucket',
    resource: 'arn:aws:s3:::assets',
    before: allow('s3:ListObjectsV2', 'arn:aws:s3:::assets'),
    after: allow('s3:ListBucket', 'arn:aws:s3:::assets'),
  },
  'arn-region': {
    action: 'sqs:SendMessage',
    resource: QUEUE,
    before: allow('sqs:SendMessage', QUEUE.replace('eu-west-1', 'us-east-1')),
    after: allow('sqs:SendMessage', [QUEUE.replace('eu-west-1', 'us-east-1'), QUEUE]),
  },
  'bucket-vs-object': {
    action: 's3:GetObject',
    resource: OBJECT,
    before: allow(['s3:ListBucket', 's3:GetObject'], 'arn:aws:s3:::assets'),
    after: allow(['s3:ListBucket', 's3:GetObject'], ['arn:aws:s3:::assets', OBJECTS]),
  },
  case: {
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::assets/Reports/2026.csv',
    before: allow('s3:GetObject', 'arn:aws:s3:::assets/reports/*'),
    after: allow('s3:GetObject', ['arn:aws:s3:::assets/reports/*', 'arn:aws:s3:::assets/Reports/*']),
  },
  characters: {
    action: 's3:GetObject',
    resource: OBJECT,
    before: allow('s3:GetObject ', OBJECTS),
    after: allow('s3:GetObject', OBJECTS),
  },
  'condition-key': {
    action: 's3:GetObject',
    resource: OBJECT,
    context: { 'aws:PrincipalTag/team': 'data' },
    before: allow('s3:GetObject', OBJECTS, { StringEquals: { 'aws:PrincipalTags/team': 'data' } }),
    after: allow('s3:GetObject', OBJECTS, { StringEquals: { 'aws:PrincipalTag/team': 'data' } }),
  },
  contained: {
    action: 'dynamodb:Query',
    resource: `${TABLE}/index/by-date`,
    before: allow('dynamodb:Query', TABLE),
    after: allow('dynamodb:Query', [TABLE, `${TABLE}/index/*`]),
  },
  'key-alias': {
    action: 'kms:Decrypt',
    resource: KEY,
    before: allow('kms:Decrypt', 'arn:aws:kms:eu-west-1:111122223333:alias/orders'),
    after: allow('kms:Decrypt', KEY),
  },
  'left-out': {
    action: 'iam:ListRoles',
    resource: '*',
    before: { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' },
    after: [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }, allow('iam:ListRoles', '*')],
  },
  'list-in-text': {
    action: 's3:GetObject',
    resource: OBJECT,
    context: { 'aws:PrincipalTag/team': 'data' },
    before: allow('s3:GetObject', OBJECTS, { StringEquals: { 'aws:PrincipalTag/team': 'data,web' } }),
    after: allow('s3:GetObject', OBJECTS, { StringEquals: { 'aws:PrincipalTag/team': ['data', 'web'] } }),
  },
  'literal-pattern': {
    action: 's3:ListBucket',
    resource: 'arn:aws:s3:::assets',
    context: { 's3:prefix': 'home/ana/' },
    before: allow('s3:ListBucket', 'arn:aws:s3:::assets', { StringEquals: { 's3:prefix': 'home/*' } }),
    after: allow('s3:ListBucket', 'arn:aws:s3:::assets', { StringLike: { 's3:prefix': 'home/*' } }),
  },
  'needed-action': {
    action: 'sqs:DeleteMessage',
    resource: QUEUE,
    before: allow('sqs:ReceiveMessage', QUEUE),
    after: allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage'], QUEUE),
  },
  'not-an-arn': {
    action: 's3:GetObject',
    resource: OBJECT,
    before: allow('s3:GetObject', 'assets/*'),
    after: allow('s3:GetObject', OBJECTS),
  },
  partition: {
    action: 's3:GetObject',
    resource: 'arn:aws-cn:s3:::assets/logo.png',
    principal: 'arn:aws-cn:iam::111122223333:role/app',
    before: allow('s3:GetObject', OBJECTS),
    after: allow('s3:GetObject', 'arn:aws-cn:s3:::assets/*'),
  },
  path: {
    action: 'iam:GetRole',
    resource: 'arn:aws:iam::111122223333:role/service-role/task',
    before: allow('iam:GetRole', 'arn:aws:iam::111122223333:role/task'),
    after: allow('iam:GetRole', 'arn:aws:iam::111122223333:role/service-role/task'),
  },
  'principal-key': {
    action: 's3:GetObject',
    resource: OBJECT,
    principal: 'arn:aws:iam::444455556666:role/app',
    before: bucketPolicy({ Service: 'arn:aws:iam::444455556666:role/app' }),
    after: bucketPolicy({ AWS: 'arn:aws:iam::444455556666:role/app' }),
  },
  'resource-type': {
    action: 'ec2:StartInstances',
    resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0123456789abcdef0',
    before: allow('ec2:StartInstances', 'arn:aws:ec2:eu-west-1:111122223333:volume/*'),
    after: allow('ec2:StartInstances', 'arn:aws:ec2:eu-west-1:111122223333:instance/*'),
  },
  'secret-suffix': {
    action: 'secretsmanager:GetSecretValue',
    resource: `${SECRET}-AbCdEf`,
    before: allow('secretsmanager:GetSecretValue', SECRET),
    after: allow('secretsmanager:GetSecretValue', `${SECRET}-??????`),
  },
  'service-host': {
    action: 'sqs:SendMessage',
    resource: QUEUE,
    principal: { service: 'events.amazonaws.com' },
    before: withPrincipal(allow('sqs:SendMessage', QUEUE), { Service: 'eventbridge.amazonaws.com' }),
    after: withPrincipal(allow('sqs:SendMessage', QUEUE), { Service: 'events.amazonaws.com' }),
  },
  'session-arn': {
    action: 'sts:AssumeRole',
    resource: 'arn:aws:iam::111122223333:role/deploy',
    before: allow('sts:AssumeRole', 'arn:aws:sts::111122223333:assumed-role/deploy/build-42'),
    after: allow('sts:AssumeRole', 'arn:aws:iam::111122223333:role/deploy'),
  },
  'stale-principal': {
    action: 's3:GetObject',
    resource: OBJECT,
    principal: 'arn:aws:iam::444455556666:role/app',
    context: { 'aws:userid': 'AROAEXAMPLENEWROLE000:build-42' },
    before: bucketPolicy({ AWS: 'AROAEXAMPLEOLDROLE000' }),
    after: bucketPolicy({ AWS: 'arn:aws:iam::444455556666:role/app' }),
  },
  'unknown-action': {
    action: 's3:GetObject',
    resource: OBJECT,
    before: allow('s3:GetObjects', OBJECTS),
    after: allow('s3:GetObject', OBJECTS),
  },
  wildcard: {
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::assets/my-app-1/logo.png',
    before: allow('s3:GetObject', 'arn:aws:s3:::assets/app-*'),
    after: allow('s3:GetObject', 'arn:aws:s3:::assets/*app-*'),
  },
} as const satisfies Readonly<Record<Exclude<NearMissId, 'multivalued-key'>, ExampleParts>>;

/** Where the detail is in the Principal of a resource policy. */
export const PRINCIPAL_MISS_EXAMPLES = {
  account: {
    action: 's3:GetObject',
    resource: OBJECT,
    principal: 'arn:aws:iam::444455556666:role/app',
    before: bucketPolicy({ AWS: 'arn:aws:iam::444455556677:role/app' }),
    after: bucketPolicy({ AWS: 'arn:aws:iam::444455556666:role/app' }),
  },
  path: {
    action: 's3:GetObject',
    resource: OBJECT,
    principal: 'arn:aws:iam::444455556666:role/service-role/app',
    before: bucketPolicy({ AWS: 'arn:aws:iam::444455556666:role/app' }),
    after: bucketPolicy({ AWS: 'arn:aws:iam::444455556666:role/service-role/app' }),
  },
  'session-arn': {
    action: 's3:GetObject',
    resource: OBJECT,
    principal: 'arn:aws:sts::444455556666:assumed-role/app/build-43',
    before: bucketPolicy({ AWS: 'arn:aws:sts::444455556666:assumed-role/app/build-42' }),
    after: bucketPolicy({ AWS: 'arn:aws:iam::444455556666:role/app' }),
  },
} as const satisfies Partial<Readonly<Record<NearMissId, ExampleParts>>>;

function bucketPolicy(principal: unknown): ExampleStatement {
  return withPrincipal(allow('s3:GetObject', OBJECTS), principal);
}
