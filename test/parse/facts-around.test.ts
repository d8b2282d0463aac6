import { describe, expect, it } from 'vitest';
import { parseDenials } from '../../src/parse/parse-denials.ts';

const HEAD = 'An error occurred (403) when calling the HeadObject operation: Forbidden';
const nearby = (text: string) => parseDenials(text).map((denial) => denial.nearby?.map(({ value }) => value));

describe('the bucket and object of a refusal that names none', () => {
  it.each([
    ['an s3:// URL on the line above', `fetching s3://acme-logs/a/b=1.log\n${HEAD}`],
    ['an s3a:// URL', `fetching s3a://acme-logs/a/b=1.log.\n${HEAD}`],
    ['a URL with the bucket in its host', `GET https://acme-logs.s3.eu-west-1.amazonaws.com/a/b=1.log\n${HEAD}`],
    ['Terraform’s words for its state', `Unable to access object "a/b=1.log" in S3 bucket "acme-logs": ${HEAD}`],
    ['the same URL twice', `s3://acme-logs/a/b=1.log\n${HEAD}\ns3://acme-logs/a/b=1.log`],
  ])('are those of %s', (_, text) => {
    expect(nearby(text)).toEqual([['arn:aws:s3:::acme-logs/a/b=1.log', 'arn:aws:s3:::acme-logs']]);
  });

  it('is the bucket that Terraform has in brackets', () => {
    const text =
      'putting S3 Bucket (acme-logs) Policy: operation error S3: PutBucketPolicy, https response error StatusCode: 403, RequestID: A1B2C3D4E5F6G7H8, HostID: x, api error AccessDenied: Access Denied';
    expect(nearby(text)).toEqual([['arn:aws:s3:::acme-logs']]);
  });

  it('is the bucket that CodePipeline names, in the sentence itself, where no call is named', () => {
    const text =
      'The service role or action role doesn’t have the permissions required to access the Amazon S3 bucket named acme-artifacts. Update the IAM role permissions, and then try again. Error: Amazon S3:AccessDenied:Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied; Request ID: 7A8B9C)';
    expect(nearby(text)).toEqual([['arn:aws:s3:::acme-artifacts']]);
    expect(nearby(`s3://acme-logs/a\n${text}`)).toEqual([['arn:aws:s3:::acme-artifacts']]);
  });

  it.each([
    ['two objects are named, as by a copy', `copy: s3://acme-logs/a to s3://acme-backup/a\n${HEAD}`],
    ['the line is far away', `s3://acme-logs/a\n${'\nother work'.repeat(6)}\n${HEAD}`],
    [
      'the call is of another service',
      's3://acme-logs/a\nAn error occurred (AccessDenied) when calling the ListRoles operation: x',
    ],
  ])('are not known where %s', (_, text) => {
    expect(nearby(text)).toEqual([undefined]);
  });
});

it('an answer of S3 without a body is that of a HEAD request', () => {
  const [denial] = parseDenials(
    'software.amazon.awssdk.services.s3.model.S3Exception: null (Service: S3, Status Code: 403, Request ID: ABC)',
  );
  expect(denial).toMatchObject({ action: 's3:GetObject', operation: null });
});

it('the body of API Gateway names no caller, but the kind of policy', () => {
  const [denial] = parseDenials(
    '{"Message":"User is not authorized to access this resource with an explicit deny in an identity-based policy"}',
  );
  expect(denial).toMatchObject({ action: 'execute-api:Invoke', reason: { effect: 'explicit', layer: 'identity' } });
});

it('a Go error that was retyped with a comma is one denial', () => {
  const text =
    'operation error EC2: DescribeImages, https response error, StatusCode: 403, RequestID: {id}, api error UnAuthorized Operation: You are not authorized to perform this operation. User: arn:aws:iam::{account-id}:user/{username} is not authorized to perform: ec2:DescribeImages with an explicit deny in an identity-based policy';
  expect(parseDenials(text)).toMatchObject([
    { action: 'ec2:DescribeImages', reason: { effect: 'explicit', layer: 'identity' } },
  ]);
});
