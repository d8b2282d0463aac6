import { KEY } from '../cases/tables/asked.ts';
import { type Asked, queue } from '../cases/tables/place.ts';
import { HOME, type Json } from '../cases/tables/world.ts';

/** A condition of an Allow that fails, and how it reads once it is mended. */
export interface Row {
  readonly name: string;
  readonly condition: Json;
  readonly mended: Json;
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
  readonly asked?: Asked;
}

const CREATE: Asked = { ...queue(), action: 'sqs:CreateQueue' };
const VOLUME: Asked = { action: 'ec2:AttachVolume', resource: `arn:aws:ec2:eu-west-1:${HOME}:volume/vol-1` };
/** A bucket is listed. */
export const LIST: Asked = { action: 's3:ListBucket', resource: 'arn:aws:s3:::reports' };

/** One row for each family of operators, with keys of each owner. */
export const ROWS: readonly Row[] = [
  {
    name: 'StringEquals, a key of the way',
    condition: { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } },
    context: { 'aws:RequestedRegion': 'eu-west-1' },
    mended: { StringEquals: { 'aws:RequestedRegion': ['us-east-1', 'eu-west-1'] } },
  },
  {
    name: 'StringEquals with a list, a key of the resource',
    condition: { StringEquals: { 'kms:KeyOrigin': ['AWS_KMS', 'EXTERNAL'] } },
    context: { 'kms:KeyOrigin': 'AWS_CLOUDHSM' },
    asked: KEY,
    mended: { StringEquals: { 'kms:KeyOrigin': ['AWS_KMS', 'EXTERNAL', 'AWS_CLOUDHSM'] } },
  },
  {
    name: 'StringEquals with a wildcard',
    condition: { StringEquals: { 'aws:RequestedRegion': ['eu-*', 'us-east-1'] } },
    context: { 'aws:RequestedRegion': 'eu-west-1' },
    mended: { StringLike: { 'aws:RequestedRegion': ['eu-*', 'us-east-1'] } },
  },
  {
    name: 'StringEqualsIfExists with a wildcard, beside another key',
    condition: { StringEqualsIfExists: { 'aws:RequestedRegion': 'eu-*', 'aws:PrincipalAccount': HOME } },
    context: { 'aws:RequestedRegion': 'eu-west-1' },
    mended: {
      StringEqualsIfExists: { 'aws:PrincipalAccount': HOME },
      StringLikeIfExists: { 'aws:RequestedRegion': 'eu-*' },
    },
  },
  {
    name: 'ForAllValues:StringEquals, a key of the call',
    condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] } },
    context: { 'aws:TagKeys': ['team', 'cost'] },
    asked: CREATE,
    mended: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team', 'cost'] } },
  },
  {
    name: 'ForAnyValue:StringEquals, a key of the way',
    condition: { 'ForAnyValue:StringEquals': { 'aws:CalledVia': 'athena.amazonaws.com' } },
    context: { 'aws:CalledVia': ['cloudformation.amazonaws.com', 'dynamodb.amazonaws.com'] },
    mended: {
      'ForAnyValue:StringEquals': { 'aws:CalledVia': ['athena.amazonaws.com', 'cloudformation.amazonaws.com'] },
    },
  },
  {
    name: 'ArnLike, a key of the caller',
    condition: { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${HOME}:role/other-*` } },
    mended: {
      ArnLike: { 'aws:PrincipalArn': [`arn:aws:iam::${HOME}:role/other-*`, `arn:aws:iam::${HOME}:role/ci-deployer`] },
    },
  },
  {
    name: 'IpAddress, a key of the way',
    condition: { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8'] } },
    context: { 'aws:SourceIp': '203.0.113.7' },
    mended: { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '203.0.113.7'] } },
  },
  {
    name: 'NumericLessThanEquals, a key of the resource',
    condition: { NumericLessThanEquals: { 'ec2:VolumeSize': '100' } },
    context: { 'ec2:VolumeSize': '500' },
    asked: VOLUME,
    mended: { NumericLessThanEquals: { 'ec2:VolumeSize': ['100', '500'] } },
  },
  {
    name: 'NumericLessThan, a key of the resource',
    condition: { NumericLessThan: { 'ec2:VolumeSize': '100' } },
    context: { 'ec2:VolumeSize': '500' },
    asked: VOLUME,
    mended: { NumericLessThan: { 'ec2:VolumeSize': ['100', '501'] } },
  },
  {
    name: 'DateLessThan, which is over',
    condition: { DateLessThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } },
    mended: { DateLessThan: { 'aws:CurrentTime': ['2026-01-01T00:00:00Z', '2026-11-26T00:00:00Z'] } },
  },
  {
    name: 'DateGreaterThan, which is not yet',
    condition: { DateGreaterThan: { 'aws:CurrentTime': '2027-01-01T00:00:00Z' } },
    mended: { DateGreaterThan: { 'aws:CurrentTime': ['2027-01-01T00:00:00Z', '2026-11-24T11:59:59Z'] } },
  },
  {
    name: 'a plain operator on a key with several values',
    condition: { StringEquals: { 'aws:CalledVia': 'athena.amazonaws.com' } },
    context: { 'aws:CalledVia': ['athena.amazonaws.com'] },
    mended: { 'ForAnyValue:StringEquals': { 'aws:CalledVia': 'athena.amazonaws.com' } },
  },
  {
    name: 'a key that is written otherwise',
    condition: { StringEquals: { 'aws:RequestedRegions': 'eu-west-1' } },
    context: { 'aws:RequestedRegion': 'eu-west-1' },
    mended: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
  },
  {
    name: 'several values in one text',
    condition: { StringEquals: { 'aws:RequestedRegion': 'us-east-1, eu-west-1' } },
    context: { 'aws:RequestedRegion': 'eu-west-1' },
    mended: { StringEquals: { 'aws:RequestedRegion': ['us-east-1', 'eu-west-1'] } },
  },
];
