import { missEvidence, quoted } from '../../evidence/allow-evidence.ts';
import { missSummary } from '../../evidence/near-miss/miss-summary.ts';
import { nearestMiss } from '../../evidence/near-miss/nearest-miss.ts';
import { missRemedies } from '../../grants/miss-remedies.ts';
import { blockerCause } from '../cause.ts';

export const action = blockerCause({
  kind: 'missing-allow',
  id: 'trust.action',
  explain(blocker, denialCase) {
    const miss = nearestMiss(blocker, denialCase);
    if (miss?.nearMiss.element !== 'action') return undefined;
    return {
      summary: missSummary(miss, denialCase),
      evidence: [missEvidence(miss, denialCase), ...quoted(blocker, denialCase)],
      remedies: missRemedies(miss, blocker, denialCase),
    };
  },
});
