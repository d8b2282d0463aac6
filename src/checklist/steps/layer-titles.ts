import type { FoundCause } from '../../causes/cause.ts';
import { isRetireGrant } from '../../evaluate/operations.ts';
import { namedReason } from '../../evidence/aws-words/stated-reason.ts';
import { layerVerdict } from '../../evidence/blockers/verdict-layers.ts';
import { layerFact } from '../../evidence/policy-lookup.ts';
import { callerWords, resourcePolicyFor } from '../../evidence/words.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Layer } from '../../model/layer.ts';
import { LAYER_WORDS, upperFirst } from '../../model/layer-words.ts';
import type { LayerFact } from '../../model/policy.ts';
import { shortName } from '../../model/short-name.ts';
import type { LayerVerdict, Verdict } from '../../model/verdict.ts';

/** The layer lets the request through. Guardrails and absent layers are only named: the summary says the rest. */
export function passTitle(layer: Layer, status: 'known' | 'absent' = 'known'): string {
  const { one, policies } = LAYER_WORDS[layer];
  if (status === 'absent' || layer === 'scp' || layer === 'rcp') return upperFirst(policies);
  return upperFirst(layer === 'trust' ? `${one} allows this caller` : `${one} allows it`);
}

/** The layer has no Allow and needs none. */
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

/** Why it fails; where only AWS says so, in AWS's name. `found` is what the evaluator found of the layer, where anything was evaluated. */
export function failTitle(
  layer: Layer,
  causes: readonly FoundCause[],
  denialCase: DenialCase,
  found?: LayerVerdict,
): string {
  const { one, none } = LAYER_WORDS[layer];
  const [first] = causes;
  if (first === undefined) return upperFirst(`${one} blocks it`);
  if (first.blocker?.kind === 'named-by-aws') return statedTitle(layer, denialCase);
  if (first.blocker === null && layer === 'resource') return 'The service refuses it for this resource';
  if (causes.some(({ blocker }) => blocker?.kind === 'explicit-deny')) return upperFirst(`${one} denies it`);
  if (layer === 'resource' && found?.status === 'absent') return 'The resource has no policy that allows it';
  return (layer === 'trust' ? trustTitle(first, found) : undefined) ?? upperFirst(none);
}

function statedTitle(layer: Layer, denialCase: DenialCase): string {
  const { one, none, singular } = LAYER_WORDS[layer];
  const effect = namedReason(denialCase)?.effect;
  if (effect === null) return `AWS says: ${one} does not allow it, or denies it`;
  if (effect !== 'implicit') return `AWS says: ${one} denies it`;
  // AWS does not say at which level of the organization the Allow is missing.
  return `AWS says: ${layer === 'scp' ? `no ${singular} allows it` : none}`;
}

/** By the element in which the closest statement fails; without such a statement, by what all of them lack. */
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

/** What is not known about a layer. */
export function unknownTitle(layer: Layer, verdict: Verdict, denialCase: DenialCase): string {
  const found = layerVerdict(verdict, layer);
  const fact = layerFact(denialCase, layer);
  const whole = upperFirst(wholeLayer(layer, denialCase));
  if (fact.status === 'unreadable')
    return fact.gap.kind !== 'refused' && LIMITS_ONLY.has(layer)
      ? whether(layer, 'limits')
      : `${whole} could not be read`;
  if (found.allow === 'no' && found.deny === 'no') {
    const policy = wholeLayer(verdict.resourceLayer, denialCase);
    return upperFirst(`${LAYER_WORDS[layer].none}${unlessWords(layer, verdict, denialCase, policy)}`);
  }
  const unread = unreadPart(fact);
  if (unread !== undefined) return `${whole} could not be read${unread === 'all' ? '' : ' in full'}`;
  // Across accounts a resource has to be shared; there is no policy to ask about.
  if (layer === 'resource' && found.status === 'absent' && denialCase.facts.resourceAccount === null)
    return 'Could not tell which account owns the resource';
  return whether(layer, found.allow === 'yes' ? 'denies' : 'allows');
}

/** How much of a layer could not be read; undefined where all of it was. */
function unreadPart(fact: LayerFact): 'all' | 'some' | undefined {
  const levels = fact.status === 'known' ? fact.value : [];
  const whole = levels.filter(
    ({ gaps, policies }) => gaps.length === 0 && policies.every(({ document }) => document.status === 'known'),
  );
  if (whole.length === levels.length) return undefined;
  const seen = levels.some(({ policies }) => policies.some(({ document }) => document.status === 'known'));
  return seen || whole.length > 0 ? 'some' : 'all';
}

/** Layers that grant nothing: the question about them is whether they limit. */
const LIMITS_ONLY: ReadonlySet<Layer> = new Set(['session', 'scp', 'rcp', 'endpoint']);

function whether(layer: Layer, verb: 'limits' | 'denies' | 'allows'): string {
  const { one, singular } = LAYER_WORDS[layer];
  // Of these it is not even known whether there is one.
  return `Could not tell whether ${LIMITS_ONLY.has(layer) ? `a ${singular}` : one} ${verb} it`;
}

/** The layer, and whose it is. */
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

/**
 * For a layer without an Allow that may not need one: what would make it unnecessary, as the rest of a sentence. `policy` is the resource's
 * own policy in words (`the trust policy of admin`).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function unlessWords(layer: Layer, verdict: Verdict, denialCase: DenialCase, policy: string): string {
  const has = layer === 'identity' || layer === 'scp' || layer === 'rcp' ? 'one has to' : 'it has to';
  const unless = (what: string) => `, and ${has} unless ${what}`;
  if (isRetireGrant(denialCase.request?.action.toLowerCase() ?? '')) return unless('the grant names the caller');
  const isOwn = layer === 'resource' || layer === 'trust';
  const { resource } = verdict.layers;
  if (crossesPerhaps(denialCase) && (isOwn || grantsForCertain(resource)))
    return unless('caller and resource are in the same account');
  if (isOwn) return '; whether it has to depends on which resource it is';
  if (!grantsForCertain(resource)) return unless(`${policy} allows ${grantee(layer, denialCase)} itself`);
  return layer === 'boundary'
    ? '; AWS’s pages disagree on whether it has to'
    : '; AWS’s documentation does not say whether it has to';
}

function crossesPerhaps({ facts, request }: DenialCase): boolean {
  return facts.principal?.account == null || request?.resourceAccount == null;
}

/** True where the resource's policy allows the request, and everything that it allows is known. */
function grantsForCertain({ allow, statements }: LayerVerdict): boolean {
  return allow === 'yes' && !statements.some(({ effect, match }) => effect === 'Allow' && match === 'unknown');
}

/** Whom the resource's policy has to name: naming the role makes an identity policy unnecessary, but only naming the session lifts a boundary or session policy. */
function grantee(layer: Layer, { facts: { principal } }: DenialCase): string {
  const isSession = principal?.type === 'session' || principal?.type === 'role';
  return isSession && layer !== 'identity' ? 'the session' : callerWords(principal);
}
