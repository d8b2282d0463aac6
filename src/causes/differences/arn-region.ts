import { defineMiss } from './miss-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export const wrongRegion = defineMiss({
  id: 'arn-region',
  kind: 'region',
  doc: {
    what: 'names the resource in another region, or with a region where the ARN has none.',
    why: 'The resource exists in several regions and the policy lists one; or the region was left out. ARNs of IAM and S3 buckets have no region.',
    fix: 'Add the ARN that was asked for, and leave the one that is there: others may rely on it.',
  },
});
