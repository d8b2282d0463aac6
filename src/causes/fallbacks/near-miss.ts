import type { Layer } from '../../model/layer.ts';
import type { BlockageCheck, CauseDoc } from '../cause.ts';
import { missEvidence, quoted } from '../../evidence/allow-evidence.ts';
import { missSummary } from '../../evidence/near-miss/miss-summary.ts';
import { nearestMiss } from '../../evidence/near-miss/nearest-miss.ts';
import { missRemedies } from '../../grants/miss-remedies.ts';

/** The general cause of a missing Allow where one statement fails in its action, resource or principal only. */
export function nearMiss<const L extends Layer>(
  layer: L,
  doc: CauseDoc,
): BlockageCheck & { readonly id: `${L}.near-miss` } {
  return {
    on: 'blockage',
    layer,
    kind: 'missing-allow',
    id: `${layer}.near-miss`,
    doc,
    explain(blockage, subject) {
      const miss = nearestMiss(blockage, subject);
      if (miss === undefined || miss.nearMiss.element === 'condition') return undefined;
      return {
        summary: missSummary(miss, subject),
        evidence: [missEvidence(miss, subject), ...quoted(blockage, subject)],
        remedies: missRemedies(miss, blockage, subject),
      };
    },
  };
}
