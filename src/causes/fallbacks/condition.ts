import { nearestMiss } from '../../evidence/near-miss/find-near-misses.ts';
import type { Layer } from '../../model/layer.ts';
import type { BlockerCause } from '../cause.ts';
import { conditionFinding } from './condition-finding.ts';

/** The general cause of a missing Allow where one statement fails in its conditions only. */
export function condition<const L extends Layer>(layer: L): BlockerCause & { readonly id: `${L}.condition` } {
  return {
    kind: 'missing-allow',
    id: `${layer}.condition`,
    explain(blocker, denialCase) {
      const miss = nearestMiss(blocker, denialCase);
      return miss?.element === 'condition' ? conditionFinding(miss, blocker, denialCase) : undefined;
    },
  };
}
