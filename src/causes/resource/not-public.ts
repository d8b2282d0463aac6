import { shortName } from '../../model/short-name.ts';
import { defineCheck } from '../cause.ts';
import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html */
export const notPublic = defineCheck({
  on: 'blockage',
  layer: 'resource',
  kind: 'missing-allow',
  id: 'resource.not-public',
  doc: {
    what: 'The request was not signed by anybody, and the resource is not public.',
    why: 'A plain link, a browser, --no-sign-request or a client without credentials asks as nobody: only a policy of the resource that lets in everybody would allow that.',
    fix: 'Sign the request (credentials, a presigned URL, CloudFront with origin access control). Do not make the resource public for it.',
  },
  explain(blockage, subject) {
    if (subject.facts.principal?.type !== 'anonymous') return undefined;
    return {
      summary: `Nobody signed the request, and ${shortName(subject.request?.resource ?? null)} is not public`,
      evidence: allowEvidence(blockage, subject),
      remedies: [advise('sign the request: use credentials, or a presigned URL')],
    };
  },
});
