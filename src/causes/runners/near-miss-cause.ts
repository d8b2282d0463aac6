import { quoted } from '../../evidence/allow-evidence.ts';
import { nearestMiss } from '../../evidence/near-miss/find-near-misses.ts';
import { nearMissEvidence, nearMissSummary } from '../../evidence/near-miss/near-miss.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { nearMissRemedies } from '../../grants/near-miss-remedies.ts';
import type { Layer } from '../../model/layer.ts';
import type { BlockerCause, WhyNot } from '../cause.ts';
import { NEAR_MISSES, type NearMissId, type NearMissRow } from '../tables/near-misses.ts';
import { conditionFinding } from './condition-finding.ts';

const NO_NEAR_MISS: WhyNot = 'no statement misses the request by one element alone';
const OTHER_DIFFERENCE: WhyNot = 'the statement that comes nearest misses the request by something else';

/** The causes that the nearest Allow of the layer misses the request by one of these details. */
export function nearMissCauses<const L extends Layer, const Id extends NearMissId>(
  layer: L,
  ids: readonly Id[],
): readonly (BlockerCause & { readonly id: `${L}.${Id}` })[] {
  return ids.map((id) => nearMissCause(layer, id));
}

/** The cause that the nearest statement differs from the request in exactly this way. */
function nearMissCause<const L extends Layer, const Id extends NearMissId>(
  layer: L,
  id: Id,
): BlockerCause & { readonly id: `${L}.${Id}` } {
  const row: NearMissRow = NEAR_MISSES[id];
  return {
    kind: 'missing-allow',
    id: `${layer}.${id}`,
    explain(blocker, denialCase) {
      const miss = nearestMiss(blocker, denialCase);
      if (miss === undefined) return NO_NEAR_MISS;
      if (miss.difference.kind !== id || row.elements?.includes(miss.element) === false) return OTHER_DIFFERENCE;
      if (miss.element === 'condition') return conditionFinding(miss, blocker, denialCase);
      return {
        summary: nearMissSummary(miss, denialCase),
        evidence: [nearMissEvidence(miss, denialCase), ...quoted(blocker, denialCase)],
        remedies:
          row.remedies?.(miss, layer, denialCase) ??
          (row.ownStatement ? allowRemedies(blocker, denialCase) : nearMissRemedies(miss, blocker, denialCase)),
      };
    },
  };
}
