import { quoted } from '../../evidence/allow-evidence.ts';
import { nearestMiss } from '../../evidence/near-miss/find-near-misses.ts';
import { nearMissEvidence, nearMissSummary } from '../../evidence/near-miss/near-miss.ts';
import { nearMissRemedies } from '../../grants/near-miss-remedies.ts';
import { blockerCause } from '../cause.ts';

export const action = blockerCause({
  kind: 'missing-allow',
  id: 'trust.action',
  explain(blocker, denialCase) {
    const miss = nearestMiss(blocker, denialCase);
    if (miss?.element !== 'action') return undefined;
    return {
      summary: nearMissSummary(miss, denialCase),
      evidence: [nearMissEvidence(miss, denialCase), ...quoted(blocker, denialCase)],
      remedies: nearMissRemedies(miss, blocker, denialCase),
    };
  },
});
