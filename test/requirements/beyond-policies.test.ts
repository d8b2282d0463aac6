import { expect, it } from 'vitest';
import { denied, refused, requirementsOf } from './requirements-of.ts';

it.each([
  [
    'an account that AWS limits',
    refused('InvokeModel', 'AccessDeniedException', 'Your account is not authorized to invoke this API operation.'),
  ],
  [
    'a bucket to which S3 disabled access',
    refused('PutObject', 'AllAccessDisabled', 'All access to this object has been disabled'),
  ],
  [
    'a policy that S3 Block Public Access rejects',
    denied(
      'arn:aws:iam::111122223333:user/alex',
      's3:PutBucketPolicy',
      '"arn:aws:s3:::reports"',
      ' because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.',
    ),
  ],
])('no statement is asked for where none would help: %s', async (_, text) => {
  expect(await requirementsOf(text)).toEqual({});
});
