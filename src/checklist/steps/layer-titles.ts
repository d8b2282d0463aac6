import type { FoundCause } from '../../causes/cause.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Layer } from '../../model/layer.ts';
import { LAYER_WORDS, upperFirst } from '../../model/layer-words.ts';
import type { LayerVerdict } from '../../model/verdict.ts';

/** Guardrails, and layers that are not there, are named only: what was found stands beside it. */
export function passTitle(layer: Layer, status: 'known' | 'absent' = 'known'): string {
  const { one, policies } = LAYER_WORDS[layer];
  if (status === 'absent' || layer === 'scp' || layer === 'rcp') return upperFirst(policies);
  return upperFirst(layer === 'trust' ? `${one} allows this caller` : `${one} allows it`);
}

/** The layer has no Allow, and needs none. */
export function unneededTitle(layer: Layer): string {
  const { one, singular } = LAYER_WORDS[layer];
  switch (layer) {
    case 'identity':
      return `No ${singular} is needed`;
    case 'resource':
      return upperFirst(`${one} does not deny it`);
    default:
      return upperFirst(`${one} does not limit this request`);
  }
}

/** Why it fails. Where only AWS's word tells, the words say so. */
export function failTitle(layer: Layer, causes: readonly FoundCause[], found?: LayerVerdict): string {
  const { one, none } = LAYER_WORDS[layer];
  const [first] = causes;
  if (first === undefined) return upperFirst(`${one} blocks it`);
  if (first.blocker?.kind === 'named-by-aws') return saidTitle(layer, first);
  if (causes.some(({ blocker }) => blocker?.kind === 'explicit-deny')) return upperFirst(`${one} denies it`);
  if (layer === 'resource' && found?.status === 'absent') return 'The resource has no policy that allows it';
  return (layer === 'trust' ? trustTitle(first, found) : undefined) ?? upperFirst(none);
}

function saidTitle(layer: Layer, { evidence }: FoundCause): string {
  const { one, none, singular } = LAYER_WORDS[layer];
  const implicit = evidence.some(
    (item) => item.kind === 'quote' && /\b(?:because no|no [\w -]+ allows)\b/.test(item.text),
  );
  if (!implicit) return `AWS says: ${one} denies it`;
  // AWS does not say at which level of the organization the Allow is missing.
  return `AWS says: ${layer === 'scp' ? `no ${singular} allows it` : none}`;
}

/** By the element in which its nearest statement fails; without one, by what all of its statements lack. */
function trustTitle({ evidence }: FoundCause, found: LayerVerdict | undefined): string | undefined {
  switch (elementOf(evidence[0]) ?? lackingIn(found)) {
    case 'principal':
      return 'The trust policy does not name this caller';
    case 'action':
      return 'The trust policy does not allow this action';
    case 'condition':
      return 'A condition of the trust policy is not met';
    default:
      return undefined;
  }
}

function lackingIn(found: LayerVerdict | undefined): 'principal' | 'action' | undefined {
  const allows = found?.statements.filter(({ effect }) => effect === 'Allow') ?? [];
  if (allows.length === 0) return undefined;
  if (allows.every(({ elements }) => elements.principal === 'no')) return 'principal';
  return allows.every(({ elements }) => elements.principal === 'no' || elements.action === 'no') ? 'action' : undefined;
}

function elementOf(evidence: Evidence): string | undefined {
  if (evidence.kind === 'statement') return evidence.nearMiss?.element;
  return evidence.kind === 'searched' ? evidence.nearest?.nearMiss?.element : undefined;
}
