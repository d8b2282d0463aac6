import { findQuote } from '../../evidence/aws-words/find-quote.ts';
import { advise } from '../../grants/advise.ts';
import { caseCause } from '../cause.ts';

export const objectOwnership = caseCause({
  id: 'resource.object-ownership',
  layer: 'resource',
  find(denialCase) {
    const { request, denial, verdict } = denialCase;
    if (request === null || denial === null || denial.reason !== null || verdict?.allowed !== 'yes') return undefined;
    if (!/^s3:(get|head)object(acl|tagging)?$/i.test(request.action)) return undefined;
    const quote = findQuote(denialCase, ['access denied', 'accessdenied', 'forbidden', '403']);
    if (quote === undefined) return undefined;
    return {
      summary:
        'All policies allow it: the object may belong to the account that wrote it (access control lists), or be encrypted with a key that the caller may not use',
      evidence: [quote],
      certainty: 'likely',
      remedies: [
        advise(
          'see who owns the object (aws s3api get-object-acl), and set the bucket to “bucket owner enforced”',
          'resource-owner',
        ),
      ],
    };
  },
});
