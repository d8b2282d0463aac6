import { decide } from '../../evaluate/decide.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { known } from '../../model/fact.ts';
import type { Layer } from '../../model/layer.ts';
import type { AttachedPolicy } from '../../model/policy.ts';
import type { LayerVerdict } from '../../model/verdict.ts';
import { layerFact } from '../policy-lookup.ts';
import { layerVerdict } from './verdict-layers.ts';

/** The verdict of the layer if one of its policies had another document; undefined if there is no request to decide. */
export function decideWith(
  denialCase: DenialCase,
  layer: Layer,
  policy: AttachedPolicy,
  document: unknown,
): LayerVerdict | undefined {
  const fact = layerFact(denialCase, layer);
  if (denialCase.request === null || fact.status !== 'known') return undefined;
  const levels = fact.value.map((level) => ({
    ...level,
    policies: level.policies.map((each) => (each === policy ? { ...each, document: known(document) } : each)),
  }));
  const part = layer === 'trust' ? 'resource' : layer;
  return layerVerdict(decide(denialCase.request, { ...denialCase.facts.policies, [part]: known(levels) }), layer);
}
