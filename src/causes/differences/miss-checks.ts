import { quoted } from '../../evidence/allow-evidence.ts';
import { nearestMiss } from '../../evidence/near-miss/find-near-misses.ts';
import { nearMissEvidence, nearMissSummary } from '../../evidence/near-miss/near-miss.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { nearMissRemedies } from '../../grants/near-miss-remedies.ts';
import type { Layer } from '../../model/layer.ts';
import type { BlockerCause } from '../cause.ts';
import { conditionFinding } from '../fallbacks/condition-finding.ts';
import type { MissCause } from './miss-cause.ts';

/** The causes that a statement of the layer misses the request by one of these differences. */
export function missChecks<const L extends Layer, const Id extends string>(layer: L, causes: readonly MissCause<Id>[]) {
  return causes.map((cause) => missCheck(layer, cause));
}

/** The cause that the statement which comes nearest misses the request by just this kind of difference. */
function missCheck<const L extends Layer, const Id extends string>(
  layer: L,
  cause: MissCause<Id>,
): BlockerCause & { readonly id: `${L}.${Id}` } {
  return {
    kind: 'missing-allow',
    id: `${layer}.${cause.id}`,
    explain(blocker, denialCase) {
      const miss = nearestMiss(blocker, denialCase);
      if (miss?.difference.kind !== cause.kind) return undefined;
      if (cause.elements?.includes(miss.element) === false) return undefined;
      if (miss.element === 'condition') return conditionFinding(miss, blocker, denialCase);
      return {
        summary: nearMissSummary(miss, denialCase),
        evidence: [nearMissEvidence(miss, denialCase), ...quoted(blocker, denialCase)],
        remedies:
          cause.remedies?.(miss, layer, denialCase) ??
          (cause.ownStatement ? allowRemedies(blocker, denialCase) : nearMissRemedies(miss, blocker, denialCase)),
      };
    },
  };
}
