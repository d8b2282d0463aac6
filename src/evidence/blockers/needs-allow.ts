import { decide } from '../../evaluate/decide.ts';
import type { EvaluatedCase } from '../../model/denial-case.ts';
import { known } from '../../model/fact.ts';
import type { Layer } from '../../model/layer.ts';
import type { LayerFact } from '../../model/policy.ts';
import type { Tri } from '../../model/tri.ts';
import type { Verdict } from '../../model/verdict.ts';
import { getPointer } from '../../policy/pointer.ts';
import { layerFact } from '../policy-lookup.ts';

/**
 * Whether a layer that blocks also lacks an Allow that the request needs. A layer with a matching Deny blocks in any case; to see whether
 * its Allow is missing too, the request is decided again without its Deny statements. Unknown if another layer, which could not be read,
 * may make the Allow unnecessary.
 */
export function needsAllow(layer: Layer, denialCase: EvaluatedCase, verdict: Verdict): Tri {
  const part = layer === 'trust' ? 'resource' : layer;
  const found = verdict.layers[part];
  if (found.allow !== 'no') return 'no';
  if (found.deny !== 'yes') return 'yes';
  if (denialCase.request === null) return 'no';
  const policies = { ...denialCase.facts.policies, [part]: withoutDenies(layerFact(denialCase, layer)) };
  const { blockers, suspects } = decide(denialCase.request, policies);
  return blockers.includes(layer) ? 'yes' : suspects.includes(layer) ? 'unknown' : 'no';
}

/** The policies of a layer without their Deny statements. */
export function withoutDenies(fact: LayerFact): LayerFact {
  if (fact.status !== 'known') return fact;
  return known(
    fact.value.map((level) => ({
      ...level,
      policies: level.policies.map((policy) =>
        policy.document.status === 'known' ? { ...policy, document: known(allowing(policy.document.value)) } : policy,
      ),
    })),
  );
}

function allowing(document: unknown): unknown {
  const statement = getPointer(document, '/Statement');
  if (typeof document !== 'object' || statement === undefined) return document;
  const list: readonly unknown[] = Array.isArray(statement) ? statement : [statement];
  return { ...document, Statement: list.filter((each) => getPointer(each, '/Effect') !== 'Deny') };
}
