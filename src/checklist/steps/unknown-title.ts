import { layerVerdict } from '../../evidence/blockers/verdict-layers.ts';
import { layerFact } from '../../evidence/policy-lookup.ts';
import { callerWords } from '../../evidence/words.ts';
import { policyHolderOf } from '../../gather/resource/policy-holder.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Layer } from '../../model/layer.ts';
import type { LayerFact } from '../../model/policy.ts';
import { shortName } from '../../model/short-name.ts';
import type { Verdict } from '../../model/verdict.ts';
import { lowerFirst, SUBJECTS } from './layer-titles.ts';
import { unlessWords } from './unless-words.ts';

/** What is not known about the layer. */
export function unknownTitle(layer: Layer, verdict: Verdict, denialCase: DenialCase): string {
  const found = layerVerdict(verdict, layer);
  const fact = layerFact(denialCase, layer);
  const whole = wholeLayer(layer, denialCase);
  if (fact.status === 'unreadable') {
    if (fact.gap.kind === 'refused') return `${whole} could not be read`;
    return LIMITS_ONLY.has(layer)
      ? whether(layer, 'limits')
      : `${whole} ${layer === 'identity' ? 'are' : 'is'} not known`;
  }
  if (found.allow === 'no' && found.deny === 'no') {
    const policy = lowerFirst(wholeLayer(verdict.resourceLayer, denialCase));
    return `${SUBJECTS[layer].none}${unlessWords(layer, verdict, denialCase, policy)}`;
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
  const one = lowerFirst(SUBJECTS[layer].one)
    .replace(/^the session/, 'a session')
    .replace(/^the VPC/, 'a VPC');
  return `Whether ${one} ${verb} it is not known`;
}

/** Whose policy decides about the resource: an object has none of its own, its bucket has. */
function holderWords(resource: string | null): string {
  if (resource === null || resource === '*') return 'the resource';
  const name = shortName(policyHolderOf(resource));
  return /^arn:[^:]*:s3:::/.test(resource) ? `the bucket ${name}` : name;
}

/** The layer with the one it belongs to. */
function wholeLayer(layer: Layer, { facts, request }: DenialCase): string {
  const { principal, resourceAccount } = facts;
  switch (layer) {
    case 'identity':
      return `The identity policies of ${callerWords(principal)}`;
    case 'boundary':
      return `The permissions boundary of ${callerWords(principal)}`;
    case 'scp':
      return `Service control policies of ${principal?.account ?? 'the account'}`;
    case 'rcp':
      return `Resource control policies of ${resourceAccount ?? 'the resource’s account'}`;
    case 'trust':
      return `The trust policy of ${request?.resource == null || request.resource === '*' ? 'the role' : shortName(request.resource)}`;
    case 'resource':
      return `The policy of ${holderWords(request?.resource ?? null)}`;
    case 'session':
      return 'The session policy';
    case 'endpoint':
      return 'The VPC endpoint policy';
  }
}
