import { describe, expect, it } from 'vitest';
import { requirementsOf } from './requirements-of.ts';

const download = (bucket: string) =>
  `ClientError: Data download failed:Unable to download object s3://${bucket}/model.tar.gz (AccessDenied: Access Denied)`;
const fetched = (bucket: string) =>
  `"Your access has been denied by S3, please make sure your request credentials have permission to GetObject for ${bucket}/code.zip. S3 Error Code: AccessDenied. S3 Error Message: Access Denied (Service: Lambda, Status Code: 403, Request ID: 29776818-1202-402a-a58e-11f677d85569)"`;

describe('a bare refusal of an object', () => {
  it.each([
    ['a bucket of AWS', download('jumpstart-cache-prod-eu-west-1'), /is a bucket of AWS/],
    ['a bucket with code for one Region', fetched('vendor-code-us-east-2'), /may belong to the vendor/],
  ])('%s: its owner is asked first, and nothing of the list of its objects', async (_, text, why) => {
    const found = await requirementsOf(text);
    expect(Object.keys(found)[0]).toBe('resource');
    expect(found['resource']?.likely).toMatch(why);
    expect(Object.keys(found)).not.toContain('list-bucket.identity');
  });

  it.each([
    ['an own bucket', download('reports')],
    ['an own bucket of a Region', download('reports-us-east-2')],
    ['a name that only begins like one of AWS', download('aws-ssm-logs')],
  ])('%s: s3:ListBucket is looked at first', async (_, text) => {
    expect(Object.keys(await requirementsOf(text))[0]).toBe('list-bucket.identity');
  });
});
