import type { DenialCase } from '../../model/denial-case.ts';
import type { Layer } from '../../model/layer.ts';
import { layerVerdict } from '../blockers/verdict-layers.ts';
import { layerFact } from '../policy-lookup.ts';

/**
 * True where a layer was read, and takes no part in the request by the rules as we know them (RCPs of a service that was not on AWS's list
 * when ours was made): where AWS names it all the same, its word is against our rules, not against the policies.
 */
export function isRuledOut(layer: Layer, denialCase: DenialCase): boolean {
  if (denialCase.verdict === null || layerFact(denialCase, layer).status !== 'known') return false;
  return layerVerdict(denialCase.verdict, layer).status === 'absent';
}
