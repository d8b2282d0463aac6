import type { Layer } from '../../model/layer.ts';
import type { BlockageCheck, CauseDoc } from '../cause.ts';
import { nearestMiss } from '../../evidence/near-miss/nearest-miss.ts';
import { conditionFinding } from './condition-finding.ts';

/** The general cause of a missing Allow where one statement fails in its conditions only. */
export function condition<const L extends Layer>(
  layer: L,
  doc: CauseDoc,
): BlockageCheck & { readonly id: `${L}.condition` } {
  return {
    on: 'blockage',
    layer,
    kind: 'missing-allow',
    id: `${layer}.condition`,
    doc,
    explain(blockage, subject) {
      const miss = nearestMiss(blockage, subject);
      return miss?.nearMiss.element === 'condition' ? conditionFinding(miss, blockage, subject) : undefined;
    },
  };
}
