import { defineMiss } from './miss-cause.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html */
export const bucketVsObject = defineMiss({
  id: 'bucket-vs-object',
  kind: 'bucket-vs-object',
  doc: {
    what: 'names the bucket where the objects in it are meant, or the objects where the bucket is.',
    why: 'arn:aws:s3:::bucket is the bucket (s3:ListBucket, s3:GetBucketLocation), arn:aws:s3:::bucket/* are the objects in it (s3:GetObject, s3:PutObject). Neither covers the other.',
    fix: 'Name both: the bucket, and the bucket followed by /*.',
  },
});
