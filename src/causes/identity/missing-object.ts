import { decide } from '../../evaluate/decide.ts';
import type { Case } from '../../model/case.ts';
import type { AccessRequest } from '../../model/request.ts';
import { said } from '../../evidence/aws-words/find-quote.ts';
import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html (Permissions) */
export const missingObject = defineCheck({
  on: 'case',
  id: 'identity.missing-object',
  layer: 'identity',
  doc: {
    what: 'The object may not exist: to callers who may not list the bucket, S3 says “Access Denied” in place of “no such key”.',
    why: 'Without s3:ListBucket on the bucket, S3 does not tell whether a key exists: GetObject and HeadObject of a missing object answer 403 instead of 404.',
    fix: 'Look whether the key is right (a space, a plus, a leading slash). To get 404 for missing objects, allow s3:ListBucket on the bucket itself.',
  },
  find(subject) {
    const listing = listRequest(subject);
    if (listing === undefined || subject.verdict?.allowed === 'no') return undefined;
    const verdict = decide(listing, subject.facts.policies);
    const quote = said(subject, ['access denied', 'accessdenied', 'forbidden', '403']);
    if (verdict.allowed !== 'no' || quote === undefined) return undefined;
    return {
      summary: `Nothing that could be read denies ${subject.request?.action ?? 'it'}, and the caller may not list ${listing.resource ?? 'the bucket'}: S3 then says so of an object that does not exist`,
      evidence: [quote],
      rung: 'likely',
      remedies: [
        advise(
          `look whether the key is right; to be told that an object does not exist, allow s3:ListBucket on ${listing.resource ?? 'the bucket'}`,
        ),
      ],
    };
  },
});

/** The request that would tell whether the object exists. */
function listRequest({ request, denial }: Case): AccessRequest | undefined {
  if (request === null || denial === null || denial.reason !== null) return undefined;
  if (!/^s3:(get|head)object$/i.test(request.action)) return undefined;
  const bucket = /^(arn:[^:]*:s3:::[^/*?]+)\/./.exec(request.resource ?? '')?.[1];
  return bucket === undefined ? undefined : { ...request, action: 's3:ListBucket', resource: bucket };
}
