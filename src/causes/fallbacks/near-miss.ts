import { missEvidence, quoted } from '../../evidence/allow-evidence.ts';
import { missSummary } from '../../evidence/near-miss/miss-summary.ts';
import { nearestMiss } from '../../evidence/near-miss/nearest-miss.ts';
import { missRemedies } from '../../grants/miss-remedies.ts';
import type { Layer } from '../../model/layer.ts';
import type { BlockerCause } from '../cause.ts';

/** The general cause of a missing Allow where one statement fails in its action, resource or principal only. */
export function nearMiss<const L extends Layer>(layer: L): BlockerCause & { readonly id: `${L}.near-miss` } {
  return {
    kind: 'missing-allow',
    id: `${layer}.near-miss`,
    explain(blocker, denialCase) {
      const miss = nearestMiss(blocker, denialCase);
      if (miss === undefined || miss.nearMiss.element === 'condition') return undefined;
      return {
        summary: missSummary(miss, denialCase),
        evidence: [missEvidence(miss, denialCase), ...quoted(blocker, denialCase)],
        remedies: missRemedies(miss, blocker, denialCase),
      };
    },
  };
}
