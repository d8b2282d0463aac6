import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { advise } from '../../grants/advise.ts';
import { shortName } from '../../model/short-name.ts';
import { blockerCause } from '../cause.ts';

export const notPublic = blockerCause({
  kind: 'missing-allow',
  id: 'resource.not-public',
  explain(blocker, denialCase) {
    if (denialCase.facts.principal?.type !== 'anonymous') return undefined;
    return {
      summary: `Nobody signed the request, and ${shortName(denialCase.request?.resource ?? null)} is not public`,
      evidence: allowEvidence(blocker, denialCase),
      remedies: [advise('sign the request: use credentials, or a presigned URL')],
    };
  },
});
