import { quoteCode } from '../../evidence/aws-words/find-quote.ts';
import { deniedAction } from '../../evidence/denied-action.ts';
import { advise } from '../../grants/advise.ts';
import { bucketOf } from '../../grants/bucket-name.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { likelyActionOf } from '../../reference/actions/resource-calls.ts';
import { caseCause } from '../cause.ts';

/** The calls that can make a bucket or an object public, and what of them Block Public Access rejects. */
const REJECTED: Readonly<Record<string, string>> = {
  's3:putbucketpolicy': 'a bucket policy that is public (BlockPublicPolicy)',
  's3:putbucketacl': 'an ACL that is public (BlockPublicAcls)',
  's3:putobjectacl': 'an ACL that is public (BlockPublicAcls)',
};
/** The call that a step of Terraform or CloudFormation most likely begins with, where the error names none. */
function actionOfStep({ denial }: Pick<DenialCase, 'denial'>): string | undefined {
  const asked = denial?.asked;
  return asked === undefined ? undefined : likelyActionOf(asked.type, asked.step);
}

/** True where the call sends a public ACL, as its record or its command shows. */
function sendsPublicAcl({ denial }: Pick<DenialCase, 'denial'>): boolean {
  return denial?.sent?.['s3:x-amz-acl']?.some((acl) => acl.startsWith('public-read')) === true;
}

/**
 * S3 says no more than "Access Denied" where Block Public Access rejects a change, if it gives no reason.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export const publicAccess = [
  caseCause({
    id: 'resource.block-public-access-likely',
    layer: 'resource',
    find(denialCase) {
      const { denial, verdict } = denialCase;
      if (denial === null || denial.reason !== null || denial.caller !== null) return 'AWS says why it was denied';
      if (verdict?.allowed === 'no') return 'the policies do not allow the request';
      const action = (deniedAction(denialCase) ?? actionOfStep(denialCase) ?? '').toLowerCase();
      const isUpload = action === 's3:putobject' && sendsPublicAcl(denialCase);
      const rejected = isUpload ? 'an upload with a public ACL (BlockPublicAcls)' : REJECTED[action];
      if (rejected === undefined) return 'the call makes nothing public';
      const quote = quoteCode(denialCase);
      if (quote === undefined) return 'there is no error text';
      return {
        summary: `S3 Block Public Access rejects ${rejected}, whatever the policies allow; it is on for every new bucket`,
        evidence: [quote],
        certainty: 'likely',
        remedies: [
          advise(
            isUpload
              ? 'leave the public ACL out (--acl, or ACL of the call), and share by a presigned URL or CloudFront; an ACL also needs s3:PutObjectAcl, and a bucket with Object Ownership BucketOwnerEnforced takes none'
              : 'see whether it is on (in the bucket, else in the account), and whether what is written is public (Principal "*" without a condition, a grant to AllUsers); if it is, name the accounts, or share by CloudFront or presigned URLs. If nothing is public, confirm the list below',
            'you',
            ['aws', 's3api', 'get-public-access-block', '--bucket', bucketOf(denialCase)],
            ['aws', 's3control', 'get-public-access-block', '--account-id', 'ACCOUNT'],
          ),
        ],
      };
    },
  }),
] as const;
