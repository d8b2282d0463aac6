import type { UserOptions } from '../../../src/model/question.ts';
import { KEY } from './asked.ts';
import { type Asked, queue } from './place.ts';
import { ALICE, type PolicyParts } from './policy-world.ts';
import { AWAY, HOME, type Json, ORGANIZATION } from './world.ts';

type Given = Partial<UserOptions>;

/** A topic as a Deny: its condition, and requests that it hits and does not hit. */
export interface TopicRow {
  readonly topic: string;
  readonly condition: Json;
  readonly hit: Given;
  /** Another condition where the request cannot be another one. */
  readonly missedCondition?: Json;
  readonly missed: Given;
  readonly asked?: Asked;
  readonly parts?: PolicyParts;
  readonly missedParts?: PolicyParts;
  /** Nothing but reading tells: without it the key is not known. */
  readonly keyIsRead?: true;
  /** An Allow without the condition would lift a guard: its owner has to decide. */
  readonly guarded?: true;
  /** The request then comes through an endpoint whose policy nobody has seen. */
  readonly opensEndpoint?: true;
}

const has = (key: string, value: string | readonly string[]): Given => ({ context: { [key]: value } });
const lacks = (...keys: readonly string[]): Given => ({ missing: keys });

const OBJECT: Asked = { action: 's3:PutObject', resource: 'arn:aws:s3:::reports/may.csv' };
const BUCKET: Asked = { action: 's3:ListBucket', resource: 'arn:aws:s3:::reports' };
const TABLE: Asked = { action: 'dynamodb:GetItem', resource: `arn:aws:dynamodb:eu-west-1:${HOME}:table/orders` };
const NEW_ROLE: Asked = { action: 'iam:CreateRole', resource: `arn:aws:iam::${HOME}:role/new` };
/** Without the path, which would show the service. */
const NEW_SERVICE_ROLE: Asked = {
  action: 'iam:CreateServiceLinkedRole',
  resource: `arn:aws:iam::${HOME}:role/aws-service-role/*`,
};
const LIMITS = `arn:aws:iam::${HOME}:policy/Limits`;
const GITHUB = 'token.actions.githubusercontent.com:sub';

/** Every topic once. */
export const TOPIC_ROWS: readonly TopicRow[] = [
  {
    topic: 'mfa-enforcement',
    condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
    hit: lacks('aws:MultiFactorAuthPresent'),
    missed: has('aws:MultiFactorAuthPresent', 'true'),
    asked: { ...queue(), caller: ALICE },
  },
  {
    topic: 'region',
    condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
    hit: has('aws:RequestedRegion', 'us-east-1'),
    missed: has('aws:RequestedRegion', 'eu-central-1'),
    keyIsRead: true,
  },
  {
    topic: 'organization',
    condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-someotherorg' } },
    hit: {},
    missedCondition: { StringNotEquals: { 'aws:PrincipalOrgID': ORGANIZATION } },
    missed: {},
    keyIsRead: true,
  },
  {
    topic: 'source-account',
    condition: { StringNotEquals: { 'aws:SourceAccount': HOME } },
    hit: {},
    missedCondition: { StringEquals: { 'aws:SourceAccount': HOME } },
    missed: {},
    keyIsRead: true,
  },
  {
    topic: 'source-vpce',
    condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0abc' } },
    hit: lacks('aws:SourceVpce'),
    missed: has('aws:SourceVpce', 'vpce-0abc'),
    opensEndpoint: true,
  },
  {
    topic: 'source-ip',
    condition: { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
    hit: has('aws:SourceIp', '203.0.113.7'),
    missed: has('aws:SourceIp', '10.1.2.3'),
  },
  {
    topic: 'via-service',
    condition: { Bool: { 'aws:ViaAWSService': 'false' } },
    hit: has('aws:ViaAWSService', 'false'),
    missed: has('aws:ViaAWSService', 'true'),
    guarded: true,
  },
  {
    topic: 'permissions-boundary',
    condition: { StringNotEquals: { 'iam:PermissionsBoundary': LIMITS } },
    hit: lacks('iam:PermissionsBoundary'),
    missed: has('iam:PermissionsBoundary', LIMITS),
    asked: NEW_ROLE,
  },
  {
    topic: 'service-name',
    condition: { StringNotEquals: { 'iam:AWSServiceName': 'ecs.amazonaws.com' } },
    hit: has('iam:AWSServiceName', 'rds.amazonaws.com'),
    missed: has('iam:AWSServiceName', 'ecs.amazonaws.com'),
    asked: NEW_SERVICE_ROLE,
  },
  {
    topic: 'request-tag',
    condition: { StringNotEquals: { 'aws:RequestTag/team': 'red' } },
    hit: lacks('aws:RequestTag/team'),
    missed: has('aws:RequestTag/team', 'red'),
    asked: { ...queue(), action: 'sqs:CreateQueue' },
  },
  {
    topic: 'resource-tag',
    condition: { StringNotEquals: { 'aws:ResourceTag/team': 'red' } },
    hit: has('aws:ResourceTag/team', 'blue'),
    missed: has('aws:ResourceTag/team', 'red'),
  },
  {
    topic: 'principal-tag',
    condition: { StringNotEquals: { 'aws:PrincipalTag/team': 'red' } },
    hit: {},
    parts: { callerTags: { team: 'operations' } },
    missed: {},
    missedParts: { callerTags: { team: 'red' } },
    keyIsRead: true,
  },
  {
    topic: 'list-prefix',
    condition: { StringNotLike: { 's3:prefix': 'home/*' } },
    hit: has('s3:prefix', 'etc/'),
    missed: has('s3:prefix', 'home/ann'),
    asked: BUCKET,
  },
  {
    topic: 'leading-keys',
    condition: { 'ForAnyValue:StringNotEquals': { 'dynamodb:LeadingKeys': ['ann'] } },
    hit: has('dynamodb:LeadingKeys', ['bob']),
    missed: has('dynamodb:LeadingKeys', ['ann']),
    asked: TABLE,
  },
  {
    topic: 'encryption',
    condition: { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
    hit: has('s3:x-amz-server-side-encryption', 'AES256'),
    missed: has('s3:x-amz-server-side-encryption', 'aws:kms'),
    asked: OBJECT,
  },
  {
    topic: 'object-acl',
    condition: { StringNotEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
    hit: lacks('s3:x-amz-acl'),
    missed: has('s3:x-amz-acl', 'bucket-owner-full-control'),
    asked: OBJECT,
  },
  {
    topic: 'secure-transport',
    condition: { Bool: { 'aws:SecureTransport': 'false' } },
    hit: has('aws:SecureTransport', 'false'),
    missed: has('aws:SecureTransport', 'true'),
  },
  {
    topic: 'session-origin',
    condition: { StringNotEquals: { 'aws:SourceIdentity': 'ann' } },
    hit: has('aws:SourceIdentity', 'bob'),
    missed: has('aws:SourceIdentity', 'ann'),
  },
  {
    topic: 'allowed-accounts',
    condition: { StringNotEquals: { 'aws:ResourceAccount': '555566667777' } },
    hit: {},
    missedCondition: { StringNotEquals: { 'aws:ResourceAccount': [HOME, AWAY] } },
    missed: {},
    keyIsRead: true,
  },
  {
    topic: 'principal-arn',
    condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/ci-*' } },
    hit: {},
    missedCondition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/app-*' } },
    missed: {},
    keyIsRead: true,
  },
  {
    topic: 'user-id',
    condition: { StringNotLike: { 'aws:userid': 'AROADELETEDROLE01:*' } },
    hit: {},
    missedCondition: { StringNotLike: { 'aws:userid': 'AROAEXAMPLECIDEPLOYER:*' } },
    missed: {},
    keyIsRead: true,
  },
  {
    topic: 'referer',
    condition: { StringNotLike: { 'aws:Referer': 'https://shop.example/*' } },
    hit: has('aws:Referer', 'https://elsewhere.example/'),
    missed: has('aws:Referer', 'https://shop.example/a'),
  },
  {
    topic: 'encryption-context',
    condition: { StringNotEquals: { 'kms:EncryptionContext:app': 'shop' } },
    hit: has('kms:EncryptionContext:app', 'mail'),
    missed: has('kms:EncryptionContext:app', 'shop'),
    asked: KEY,
  },
  {
    topic: 'token-claims',
    condition: { StringNotLike: { [GITHUB]: 'repo:octo-org/*' } },
    hit: has(GITHUB, 'repo:somebody/else:ref:refs/heads/main'),
    missed: has(GITHUB, 'repo:octo-org/shop:ref:refs/heads/main'),
  },
  {
    topic: 'time',
    condition: { DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } },
    hit: {},
    missedCondition: { DateLessThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } },
    missed: {},
    keyIsRead: true,
  },
  {
    topic: 'request-parameter',
    condition: { StringNotEquals: { 's3:signatureversion': 'AWS4-HMAC-SHA256' } },
    hit: has('s3:signatureversion', 'AWS'),
    missed: has('s3:signatureversion', 'AWS4-HMAC-SHA256'),
    asked: OBJECT,
  },
];
