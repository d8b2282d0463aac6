import { defineMiss } from './miss-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export const notAnArn = defineMiss({
  id: 'not-an-arn',
  kind: 'not-an-arn',
  doc: {
    what: 'has something else than an ARN where an ARN belongs.',
    why: 'The bare name of a bucket, queue or role is saved in some policies without a complaint, and never matches.',
    fix: 'Add the ARN that was asked for, and leave the one that is there: others may rely on it.',
  },
});
