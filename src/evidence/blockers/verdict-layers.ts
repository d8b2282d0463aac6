import type { Blocker } from '../../model/blocker.ts';
import type { Certainty } from '../../model/certainty.ts';
import type { EvaluatedCase } from '../../model/denial-case.ts';
import { LAYERS, type Layer } from '../../model/layer.ts';
import type { LayerVerdict, Verdict } from '../../model/verdict.ts';
import { namedReason } from '../aws-words/stated-reason.ts';

/** The layers of a verdict in the order of the steps; for requests about a role, `trust` in place of `resource`. */
export function layersOf(verdict: Verdict): readonly Layer[] {
  const other = verdict.resourceLayer === 'trust' ? 'resource' : 'trust';
  return LAYERS.filter((layer) => layer !== other);
}

/** The verdict of a layer. */
export function layerVerdict(verdict: Verdict, layer: Layer): LayerVerdict {
  return verdict.layers[layer === 'trust' ? 'resource' : layer];
}

/** How certain it is that a layer blocks if its policies, as read, do not let the request through. */
export function certaintyOf(denialCase: EvaluatedCase, layer: Layer): Certainty {
  if (namedReason(denialCase)?.layer === layer) return 'aws';
  return denialCase.facts.principalFrom === 'current-identity' ? 'likely' : 'evaluated';
}

/** The missing Allow of a layer; for SCPs one for each level that lacks it. */
export function missingAllows(layer: Layer, found: LayerVerdict, certainty: Certainty): readonly Blocker[] {
  const base = { kind: 'missing-allow', layer, statement: null, certainty } as const;
  if (layer !== 'scp') return [{ ...base, level: null }];
  const lacking = found.levels.flatMap(({ allow }, level) => (allow === 'no' ? [{ ...base, level }] : []));
  return lacking.length > 0 ? lacking : [{ ...base, level: null }];
}
