import { layerVerdict } from '../../evidence/blockers/verdict-layers.ts';
import { layerFact } from '../../evidence/policy-lookup.ts';
import { callerWords, resourcePolicyFor } from '../../evidence/words.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Layer } from '../../model/layer.ts';
import { LAYER_WORDS, upperFirst } from '../../model/layer-words.ts';
import type { LayerFact } from '../../model/policy.ts';
import { shortName } from '../../model/short-name.ts';
import type { Verdict } from '../../model/verdict.ts';
import { unlessWords } from './unless-words.ts';

/** What is not known about the layer. */
export function unknownTitle(layer: Layer, verdict: Verdict, denialCase: DenialCase): string {
  const found = layerVerdict(verdict, layer);
  const fact = layerFact(denialCase, layer);
  const whole = upperFirst(wholeLayer(layer, denialCase));
  if (fact.status === 'unreadable') {
    if (fact.gap.kind === 'refused') return `${whole} could not be read`;
    return LIMITS_ONLY.has(layer)
      ? whether(layer, 'limits')
      : `${whole} ${layer === 'identity' ? 'are' : 'is'} not known`;
  }
  if (found.allow === 'no' && found.deny === 'no') {
    const policy = wholeLayer(verdict.resourceLayer, denialCase);
    return upperFirst(`${LAYER_WORDS[layer].none}${unlessWords(layer, verdict, denialCase, policy)}`);
  }
  const unread = unreadPart(fact);
  if (unread !== undefined) return `${whole} could not be read${unread === 'all' ? '' : ' completely'}`;
  return whether(layer, found.allow === 'yes' ? 'denies' : 'allows');
}

/** How much of a layer is hidden; undefined where every policy of it was read. */
function unreadPart(fact: LayerFact): 'all' | 'some' | undefined {
  const levels = fact.status === 'known' ? fact.value : [];
  const whole = levels.filter(
    ({ gaps, policies }) => gaps.length === 0 && policies.every(({ document }) => document.status === 'known'),
  );
  if (whole.length === levels.length) return undefined;
  const seen = levels.some(({ policies }) => policies.some(({ document }) => document.status === 'known'));
  return seen || whole.length > 0 ? 'some' : 'all';
}

/** Layers that grant nothing: what is not known of them is whether they limit. */
const LIMITS_ONLY: ReadonlySet<Layer> = new Set(['session', 'scp', 'rcp', 'endpoint']);

function whether(layer: Layer, verb: 'limits' | 'denies' | 'allows'): string {
  const { one, singular } = LAYER_WORDS[layer];
  // Of these it is not even known whether there is one.
  return `Whether ${LIMITS_ONLY.has(layer) ? `a ${singular}` : one} ${verb} it is not known`;
}

/** The layer with the one it belongs to. */
function wholeLayer(layer: Layer, { facts, request }: DenialCase): string {
  const { principal, resourceAccount } = facts;
  const { policies, one } = LAYER_WORDS[layer];
  const resource = request?.resource === '*' ? null : (request?.resource ?? null);
  switch (layer) {
    case 'identity':
    case 'boundary':
      return `the ${policies} of ${callerWords(principal)}`;
    case 'scp':
      return `${policies} of ${principal?.account ?? 'the account'}`;
    case 'rcp':
      return `${policies} of ${resourceAccount ?? 'the resource’s account'}`;
    case 'trust':
      return `the ${policies} of ${resource === null ? 'the role' : shortName(resource)}`;
    case 'resource':
      return resourcePolicyFor(resource);
    case 'session':
    case 'endpoint':
      return one;
  }
}
