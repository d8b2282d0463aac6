import type { Case } from '../../model/case.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Layer, PerLayer } from '../../model/layer.ts';
import type { LayerFact } from '../../model/policy.ts';
import type { LayerVerdict } from '../../model/verdict.ts';
import type { FoundCause } from '../check.ts';
import { layerFact } from '../statement-text.ts';
import { callerWords, shortName } from '../words.ts';

/** A layer as the subject of a sentence, and as one whose Allow is missing. */
const SUBJECTS: PerLayer<{ readonly one: string; readonly none: string; readonly bare: string }> = {
  identity: { one: 'An identity policy', none: 'No identity policy allows it', bare: 'Identity policies' },
  boundary: {
    one: 'The permissions boundary',
    none: 'The permissions boundary does not allow it',
    bare: 'Permissions boundary',
  },
  session: { one: 'The session policy', none: 'The session policy does not allow it', bare: 'Session policy' },
  scp: {
    one: 'A service control policy',
    none: 'A level of the organization has no service control policy that allows it',
    bare: 'Service control policies',
  },
  rcp: {
    one: 'A resource control policy',
    none: 'No resource control policy allows it',
    bare: 'Resource control policies',
  },
  trust: { one: 'The trust policy', none: 'The trust policy does not allow it', bare: 'Trust policy' },
  resource: {
    one: "The resource's policy",
    none: "The resource's policy does not allow it",
    bare: "The resource's policy",
  },
  endpoint: {
    one: 'The VPC endpoint policy',
    none: 'The VPC endpoint policy does not allow it',
    bare: 'VPC endpoint policy',
  },
};

/** Guardrails, and layers that are not there, are named only: what was found stands beside it. */
export function passTitle(layer: Layer, status: 'known' | 'absent' = 'known'): string {
  const { one, bare } = SUBJECTS[layer];
  if (status === 'absent' || layer === 'scp' || layer === 'rcp') return bare;
  return layer === 'trust' ? 'The trust policy allows this caller' : `${one} allows it`;
}

/** The layer has no Allow, and needs none. */
export function unneededTitle(layer: Layer): string {
  switch (layer) {
    case 'identity':
      return 'No identity policy is needed';
    case 'resource':
      return "The resource's policy does not deny it";
    default:
      return `${SUBJECTS[layer].one} does not limit this request`;
  }
}

/** Why it fails. Where only AWS's word tells, the words say so. */
export function failTitle(layer: Layer, causes: readonly FoundCause[], found?: LayerVerdict): string {
  const { one, none } = SUBJECTS[layer];
  const denies = `${one} denies it`;
  const [first] = causes;
  if (first === undefined) return `${one} blocks it`;
  if (first.blockage?.kind === 'named-by-aws') return saidTitle(layer, first, denies, none);
  if (causes.some(({ blockage }) => blockage?.kind === 'explicit-deny')) return denies;
  if (layer === 'resource' && found?.status === 'absent') return 'The resource has no policy that allows it';
  return layer === 'trust' ? (trustTitle(first) ?? none) : none;
}

function saidTitle(layer: Layer, { evidence }: FoundCause, denies: string, none: string): string {
  const implicit = evidence.some(
    (item) => item.kind === 'quote' && /\b(?:because no|no [\w -]+ allows)\b/.test(item.text),
  );
  const said = implicit ? none : denies;
  const lowered = layer === 'scp' && implicit ? 'no service control policy allows it' : lowerFirst(said);
  return `AWS says: ${lowered}`;
}

function trustTitle({ id, evidence }: FoundCause): string | undefined {
  const named = new Set(['trust.not-listed', 'trust.stale-principal']);
  const element = named.has(id) ? 'principal' : elementOf(evidence[0]);
  switch (element) {
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

function elementOf(evidence: Evidence): string | undefined {
  if (evidence.kind === 'statement') return evidence.nearMiss?.element;
  return evidence.kind === 'searched' ? evidence.nearest?.nearMiss?.element : undefined;
}

/** What is not known about the layer. */
export function unknownTitle(layer: Layer, found: LayerVerdict, subject: Case): string {
  const fact = layerFact(subject, layer);
  const whole = wholeLayer(layer, subject);
  if (fact.status === 'unreadable') {
    if (fact.gap.kind === 'refused') return `${whole} could not be read`;
    return LIMITS_ONLY.has(layer)
      ? whether(layer, 'limits')
      : `${whole} ${layer === 'identity' ? 'are' : 'is'} not known`;
  }
  if (found.allow === 'no' && found.deny === 'no') return `${SUBJECTS[layer].none}; whether it has to is not known`;
  const unread = unreadPart(fact);
  if (unread !== undefined) return `${whole} could not be read${unread === 'all' ? '' : ' completely'}`;
  return whether(layer, found.allow === 'yes' ? 'denies' : 'allows');
}

/** How much of a layer is hidden; undefined where every policy of it was read. */
function unreadPart(fact: LayerFact): 'all' | 'some' | undefined {
  const tiers = fact.status === 'known' ? fact.value : [];
  const documents = tiers.flatMap(({ policies }) => policies).map(({ document }) => document.status);
  if (tiers.every(({ gaps }) => gaps.length === 0) && documents.every((status) => status === 'known')) return undefined;
  return documents.includes('known') ? 'some' : 'all';
}

/** Layers that grant nothing: what is not known of them is whether they limit. */
const LIMITS_ONLY: ReadonlySet<Layer> = new Set(['session', 'scp', 'rcp', 'endpoint']);

function whether(layer: Layer, verb: 'limits' | 'denies' | 'allows'): string {
  const one = lowerFirst(SUBJECTS[layer].one)
    .replace(/^the session/, 'a session')
    .replace(/^the VPC/, 'a VPC');
  return `Whether ${one} ${verb} it is not known`;
}

/** The layer with the one it belongs to. */
function wholeLayer(layer: Layer, { facts, request }: Case): string {
  const { principal, resourceAccount } = facts;
  switch (layer) {
    case 'identity':
      return `The identity policies of ${callerWords(principal)}`;
    case 'boundary':
      return `The permissions boundary of ${callerWords(principal)}`;
    case 'scp':
      return `Service control policies of ${principal?.account ?? 'the account'}`;
    case 'rcp':
      return `Resource control policies of ${resourceAccount ?? "the resource's account"}`;
    case 'trust':
      return `The trust policy of ${request?.resource == null ? 'the role' : shortName(request.resource)}`;
    case 'resource':
      return `The policy of ${shortName(request?.resource ?? null)}`;
    case 'session':
      return 'The session policy';
    case 'endpoint':
      return 'The VPC endpoint policy';
  }
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
