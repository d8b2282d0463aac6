import { decide } from '../../evaluate/decide.ts';
import { findQuote } from '../../evidence/aws-words/find-quote.ts';
import { advise } from '../../grants/advise.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { AccessRequest } from '../../model/request.ts';
import { caseCause } from '../cause.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html (Permissions) */
export const missingObject = caseCause({
  id: 'identity.missing-object',
  layer: 'identity',
  find(denialCase) {
    const listing = listRequest(denialCase);
    if (listing === undefined || denialCase.verdict?.allowed === 'no') return undefined;
    const verdict = decide(listing, denialCase.facts.policies);
    const quote = findQuote(denialCase, ['access denied', 'accessdenied', 'forbidden', '403']);
    if (verdict.allowed !== 'no' || quote === undefined) return undefined;
    return {
      summary: `Nothing that could be read denies ${denialCase.request?.action ?? 'it'}, and the caller may not list ${listing.resource ?? 'the bucket'}: S3 then says so of an object that does not exist`,
      evidence: [quote],
      certainty: 'likely',
      remedies: [
        advise(
          `look whether the key is right; to be told that an object does not exist, allow s3:ListBucket on ${listing.resource ?? 'the bucket'}`,
        ),
      ],
    };
  },
});

/** The request that would tell whether the object exists. */
function listRequest({ request, denial }: DenialCase): AccessRequest | undefined {
  if (request === null || denial === null || denial.reason !== null) return undefined;
  if (!/^s3:(get|head)object$/i.test(request.action)) return undefined;
  const bucket = /^(arn:[^:]*:s3:::[^/*?]+)\/./.exec(request.resource ?? '')?.[1];
  return bucket === undefined ? undefined : { ...request, action: 's3:ListBucket', resource: bucket };
}
