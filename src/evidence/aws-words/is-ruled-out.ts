import type { Case } from '../../model/case.ts';
import type { Layer } from '../../model/layer.ts';
import { layerVerdict } from '../blockers/verdict-layers.ts';
import { layerFact } from '../policy-lookup.ts';

/**
 * True where a layer was read, and takes no part in the request by the rules as we know them (RCPs of a service that was not on AWS's list
 * when ours was made): where AWS names it all the same, its word is against our rules, not against the policies.
 */
export function isRuledOut(layer: Layer, subject: Case): boolean {
  if (subject.verdict === null || layerFact(subject, layer).status !== 'known') return false;
  return layerVerdict(subject.verdict, layer).status === 'absent';
}
