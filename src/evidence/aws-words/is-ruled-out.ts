import type { DenialCase } from '../../model/denial-case.ts';
import type { Layer } from '../../model/layer.ts';
import { layerVerdict } from '../blockers/verdict-layers.ts';
import { layerFact } from '../policy-lookup.ts';

/**
 * True if a layer was read but takes no part in the request by our rules (RCPs for a service that was not on AWS's list when ours was
 * made). If AWS names it nevertheless, it contradicts our rules, not the policies.
 */
export function isRuledOut(layer: Layer, denialCase: DenialCase): boolean {
  if (denialCase.verdict === null || layerFact(denialCase, layer).status !== 'known') return false;
  return layerVerdict(denialCase.verdict, layer).status === 'absent';
}
