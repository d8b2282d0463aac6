import { said } from '../../evidence/aws-words/find-quote.ts';
import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html */
export const objectOwnership = defineCheck({
  on: 'case',
  id: 'resource.object-ownership',
  layer: 'resource',
  doc: {
    what: 'The object may belong to the account that wrote it, not to the owner of the bucket: then no policy of the bucket’s account reaches it.',
    why: 'In a bucket with access control lists, whoever uploads an object owns it, and keeps the bucket’s owner out unless it was sent with bucket-owner-full-control.',
    fix: 'Set Object Ownership of the bucket to “bucket owner enforced”; for older objects the writer copies them over themselves with that ACL.',
  },
  find(subject) {
    const { request, denial, verdict } = subject;
    if (request === null || denial === null || denial.reason !== null || verdict?.allowed !== 'yes') return undefined;
    if (!/^s3:(get|head)object(acl|tagging)?$/i.test(request.action)) return undefined;
    const quote = said(subject, ['access denied', 'accessdenied', 'forbidden', '403']);
    if (quote === undefined) return undefined;
    return {
      summary:
        'All policies allow it: the object may belong to the account that wrote it (access control lists), or be encrypted with a key that the caller may not use',
      evidence: [quote],
      rung: 'likely',
      remedies: [
        advise(
          'see who owns the object (aws s3api get-object-acl), and set the bucket to “bucket owner enforced”',
          'resource-owner',
        ),
      ],
    };
  },
});
