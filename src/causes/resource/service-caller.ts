import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { nearestMiss } from '../../evidence/near-miss/find-near-misses.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { shortName } from '../../model/short-name.ts';
import { blockerCause } from '../cause.ts';

export const serviceCaller = blockerCause({
  kind: 'missing-allow',
  id: 'resource.service-caller',
  explain(blocker, denialCase) {
    const { principal } = denialCase.facts;
    if (principal?.type !== 'service') return undefined;
    if (nearestMiss(blocker, denialCase) !== undefined) return undefined;
    return {
      summary: `The policy of ${shortName(denialCase.request?.resource ?? null)} does not let the service ${principal.name} call ${denialCase.request?.action ?? 'it'}`,
      evidence: allowEvidence(blocker, denialCase),
      remedies: allowRemedies(blocker, denialCase),
    };
  },
});
