import { describe, expect, it } from 'vitest';
import { parseDenials } from '../../src/parse/parse-denials.ts';

const BARE = 'AccessDenied: Access Denied\n\tstatus code: 403, request id: A1B2C3D4E5F6G7H8, host id: abc=';

const box = (title: string, address: string, type: string) =>
  `╷\n│ Error: ${title}: ${BARE.replaceAll('\n', '\n│ ')}\n│\n│   with ${address},\n│   on main.tf line 3, in resource "${type}" "x":\n╵`;

function asked(text: string) {
  return parseDenials(text).map((denial) => denial.asked && `${denial.asked.step} ${denial.asked.type}`);
}

describe('what Terraform or CloudFormation was doing when it was denied', () => {
  it.each([
    [
      'a resource that is read',
      box('reading S3 Bucket (logs)', 'aws_s3_bucket.x', 'aws_s3_bucket'),
      'read aws_s3_bucket',
    ],
    [
      'words in brackets before the name',
      box('reading Amazon S3 (Simple Storage) Bucket (logs)', 'module.a.aws_s3_bucket.x["a"]', 'aws_s3_bucket'),
      'read aws_s3_bucket',
    ],
    [
      'a part of the bucket that has a kind of its own',
      box('putting S3 Bucket (logs) Policy', 'aws_s3_bucket_policy.x', 'aws_s3_bucket_policy'),
      'create aws_s3_bucket_policy',
    ],
    [
      'a part that the bucket of old had',
      box('reading S3 Bucket (logs) Versioning', 'aws_s3_bucket.x', 'aws_s3_bucket'),
      'read aws_s3_bucket_versioning',
    ],
    [
      'a function, whose service says nothing',
      box('error creating Lambda Function (1)', 'aws_lambda_function.x', 'aws_lambda_function').replace(
        'AccessDenied: Access Denied',
        'AccessDeniedException: ',
      ),
      'create aws_lambda_function',
    ],
    [
      'an instance, by its launch',
      '* aws_instance.web: Error launching source instance: UnauthorizedOperation: You are not authorized to perform this operation.\n\tstatus code: 403, request id: d7393c54-8a58-48cf-b3dd-dc05113c62fd',
      'create an EC2 instance',
    ],
    [
      'a snapshot, by the program that takes it',
      'level=error msg="backing up" error="error taking snapshot of volume: rpc error: UnauthorizedOperation: You are not authorized to perform this operation."',
      'create a snapshot of a volume',
    ],
    ['the state', `Error: Error refreshing state: ${BARE}`, 'read backend "s3"'],
    ['the workspaces', `Error: Failed to get existing workspaces: ${BARE}`, 'read workspaces of backend "s3"'],
    [
      'an event of a stack',
      '10:01 AM | CREATE_FAILED | AWS::S3::BucketPolicy | SitePolicy\nAccess Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied; Request ID: A1B2C3D4E5F6G7H8; Proxy: null)',
      'create AWS::S3::BucketPolicy',
    ],
  ])('%s', (_, text, wanted) => {
    expect(asked(text)).toEqual([wanted]);
  });

  it.each([
    [
      'the text names the action',
      box('reading S3 Bucket (logs)', 'aws_s3_bucket.x', 'aws_s3_bucket').replace(
        'Access Denied',
        'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: s3:GetBucketPolicy on resource: "arn:aws:s3:::logs"',
      ),
    ],
    [
      'the text names the operation',
      'Error: reading S3 Bucket (logs): operation error S3: HeadBucket, https response error StatusCode: 403, RequestID: A1B2C3D4E5F6G7H8, HostID: b, api error AccessDenied: Access Denied\n\n  with aws_s3_bucket.x,\n  on main.tf line 3, in resource "aws_s3_bucket" "x":',
    ],
    [
      'tags are listed, which is another call',
      box('listing tags for S3 Bucket (logs)', 'aws_s3_bucket.x', 'aws_s3_bucket'),
    ],
    ['a part has no kind that is known', box('reading S3 Bucket (logs) Shoe Size', 'aws_s3_bucket.x', 'aws_s3_bucket')],
    [
      'the kind is not in the table',
      box('reading Chime Voice Connector (a)', 'aws_chime_voice_connector.x', 'aws_chime_voice_connector'),
    ],
    ['nothing says what was done', box('who knows', 'aws_s3_bucket.x', 'aws_s3_bucket')],
  ])('is not known where %s', (_, text) => {
    expect(asked(text)).toEqual([undefined]);
  });
});
