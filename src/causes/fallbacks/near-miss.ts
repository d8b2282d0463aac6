import { quoted } from '../../evidence/allow-evidence.ts';
import { nearestMiss } from '../../evidence/near-miss/find-near-misses.ts';
import { nearMissEvidence, nearMissSummary } from '../../evidence/near-miss/near-miss.ts';
import { nearMissRemedies } from '../../grants/near-miss-remedies.ts';
import type { Layer } from '../../model/layer.ts';
import type { BlockerCause } from '../cause.ts';

/** The general cause of a missing Allow where one statement fails in its action, resource or principal only. */
export function nearMiss<const L extends Layer>(layer: L): BlockerCause & { readonly id: `${L}.near-miss` } {
  return {
    kind: 'missing-allow',
    id: `${layer}.near-miss`,
    explain(blocker, denialCase) {
      const miss = nearestMiss(blocker, denialCase);
      if (miss === undefined || miss.element === 'condition') return undefined;
      return {
        summary: nearMissSummary(miss, denialCase),
        evidence: [nearMissEvidence(miss, denialCase), ...quoted(blocker, denialCase)],
        remedies: nearMissRemedies(miss, blocker, denialCase),
      };
    },
  };
}
