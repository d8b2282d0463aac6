import { comparePatterns } from './compare-patterns.ts';
import type { Difference } from './difference.ts';

/** A bucket and the objects in it are two kinds of resources. https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-arn-format.html */
export function compareBuckets(policy: string, asked: string): Difference | undefined {
  const [ours, theirs] = [bucketOf(policy), bucketOf(asked)];
  const bucket = comparePatterns(ours.bucket, theirs.bucket);
  if (bucket !== undefined) return { ...bucket, words: `${bucket.words} (bucket)` };
  if (ours.key === null && theirs.key !== null)
    return {
      kind: 'bucket-vs-object',
      words: `the bucket, not the objects in it: ${ours.bucket}/* is missing`,
      distance: 1,
    };
  if (ours.key !== null && theirs.key === null)
    return {
      kind: 'bucket-vs-object',
      words: `objects in the bucket, not the bucket itself: ${ours.bucket} is missing`,
      distance: 1,
    };
  return comparePatterns(ours.key ?? '', theirs.key ?? '');
}

function bucketOf(resource: string): { readonly bucket: string; readonly key: string | null } {
  const slash = resource.indexOf('/');
  return slash < 0
    ? { bucket: resource, key: null }
    : { bucket: resource.slice(0, slash), key: resource.slice(slash + 1) };
}
