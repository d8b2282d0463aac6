import { describe, expect, it } from 'vitest';
import { refused, requirementsOf } from './requirements-of.ts';

/** Texts that name no ARN, so that the partition can only come from the region of the job. */
const TEXTS = {
  'an S3 notification': refused(
    'PutBucketNotificationConfiguration',
    'InvalidArgument',
    'Unable to validate the following destination configurations',
  ),
  'the key of a secret': refused('GetSecretValue', 'AccessDeniedException', 'Access to KMS is not allowed'),
  'a bucket of CloudTrail': 'Incorrect S3 bucket policy is detected for bucket: acme-logs',
  'a bucket of flow logs': 'Access Denied for LogDestination: acme-logs. Please check LogDestination permission',
  'an object': refused('GetObject'),
  'a stack': refused('CreateStack'),
};

describe('a text without an ARN, in a job of another partition', () => {
  it.each(
    Object.entries(TEXTS).flatMap(([what, text]) => [
      [what, 'cn-north-1', 'aws-cn', text] as const,
      [what, 'us-gov-west-1', 'aws-us-gov', text] as const,
    ]),
  )('%s in %s has ARNs of %s', async (_what, AWS_REGION, partition, text) => {
    const written = JSON.stringify(await requirementsOf(text, { environment: { AWS_REGION } }));
    expect(written).toContain(`arn:${partition}:`);
    expect(written).not.toContain('arn:aws:');
  });

  it('the ARN of the caller outweighs the region', async () => {
    const text = refused('GetObject', 'AccessDenied', 'User: arn:aws-cn:iam::111122223333:user/eve is not authorized');
    const written = JSON.stringify(await requirementsOf(text, { environment: { AWS_REGION: 'eu-west-1' } }));
    expect(written).not.toContain('arn:aws:');
  });
});
