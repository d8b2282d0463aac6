import { expect, it } from 'vitest';
import { requirementsOf, statementsOf } from './requirements-of.ts';

const READ = `Error: reading S3 Bucket (acme-logs): Forbidden: Forbidden
	status code: 403, request id: SS6X99744RSCE2CF, host id: abc=

  with aws_s3_bucket.logs,
  on buckets.tf line 1, in resource "aws_s3_bucket" "logs":`;

it('of a bare refusal, the list is about the call that the step of Terraform begins with, and says so', async () => {
  const { identity, resource } = await requirementsOf(READ);
  expect(statementsOf(identity)).toEqual([
    { Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::acme-logs' },
  ]);
  expect(identity?.likelyCall).toBe('reading aws_s3_bucket.logs most likely begins with s3:ListBucket');
  expect(resource?.target.name).toBe('acme-logs');
});

it('of Terraform’s state, the object is not known', async () => {
  const { identity } = await requirementsOf(
    'Error: Error refreshing state: AccessDenied: Access Denied\n\tstatus code: 403, request id: A1B2C3D4E5F6G7H8, host id: abc=',
  );
  expect(statementsOf(identity)).toMatchObject([{ Action: 's3:GetObject' }]);
  expect(identity?.likelyCall).toBe('reading backend "s3" most likely begins with s3:GetObject');
});

it('a call that the text names is not guessed at', async () => {
  const { identity } = await requirementsOf(
    READ.replace('Forbidden: Forbidden', 'operation error S3: GetBucketPolicy, api error AccessDenied: Access Denied'),
  );
  expect(statementsOf(identity)).toMatchObject([{ Action: 's3:GetBucketPolicy' }]);
  expect(identity?.likelyCall).toBeUndefined();
});
