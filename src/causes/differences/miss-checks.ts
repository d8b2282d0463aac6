import type { Layer } from '../../model/layer.ts';
import type { BlockageCheck } from '../cause.ts';
import { LAYER_SUBJECTS } from '../condition-topics/topic.ts';
import { missEvidence, quoted } from '../../evidence/allow-evidence.ts';
import { conditionFinding } from '../fallbacks/condition-finding.ts';
import { missSummary } from '../../evidence/near-miss/miss-summary.ts';
import { nearestMiss } from '../../evidence/near-miss/nearest-miss.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { missRemedies } from '../../grants/miss-remedies.ts';
import type { MissCause } from './miss-cause.ts';

/** The causes that a statement of the layer misses the request by one of these differences. */
export function missChecks<const L extends Layer, const Id extends string>(layer: L, causes: readonly MissCause<Id>[]) {
  return causes.map((cause) => missCheck(layer, cause));
}

/** The cause that the statement which comes nearest misses the request by just this kind of difference. */
function missCheck<const L extends Layer, const Id extends string>(
  layer: L,
  cause: MissCause<Id>,
): BlockageCheck & { readonly id: `${L}.${Id}` } {
  return {
    on: 'blockage',
    layer,
    kind: 'missing-allow',
    id: `${layer}.${cause.id}`,
    doc: { ...cause.doc, what: `${LAYER_SUBJECTS[layer]} ${cause.doc.what}` },
    explain(blockage, subject) {
      const miss = nearestMiss(blockage, subject);
      if (miss?.difference !== cause.kind) return undefined;
      if (cause.elements?.includes(miss.nearMiss.element) === false) return undefined;
      if (miss.nearMiss.element === 'condition') return conditionFinding(miss, blockage, subject);
      return {
        summary: missSummary(miss, subject),
        evidence: [missEvidence(miss, subject), ...quoted(blockage, subject)],
        remedies:
          cause.remedies?.(miss, layer, subject) ??
          (cause.ownStatement ? allowRemedies(blockage, subject) : missRemedies(miss, blockage, subject)),
      };
    },
  };
}
