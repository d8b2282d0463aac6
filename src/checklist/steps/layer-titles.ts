import type { FoundCause } from '../../causes/cause.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Layer, PerLayer } from '../../model/layer.ts';
import type { LayerVerdict } from '../../model/verdict.ts';

/** A layer as the subject of a sentence, and as one whose Allow is missing. */
export const SUBJECTS: PerLayer<{ readonly one: string; readonly none: string; readonly bare: string }> = {
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
    one: 'The resource’s policy',
    none: 'The resource’s policy does not allow it',
    bare: 'The resource’s policy',
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
      return 'The resource’s policy does not deny it';
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
  if (first.blocker?.kind === 'named-by-aws') return saidTitle(layer, first, denies, none);
  if (causes.some(({ blocker }) => blocker?.kind === 'explicit-deny')) return denies;
  if (layer === 'resource' && found?.status === 'absent') return 'The resource has no policy that allows it';
  return layer === 'trust' ? (trustTitle(first, found) ?? none) : none;
}

function saidTitle(layer: Layer, { evidence }: FoundCause, denies: string, none: string): string {
  const implicit = evidence.some(
    (item) => item.kind === 'quote' && /\b(?:because no|no [\w -]+ allows)\b/.test(item.text),
  );
  const said = implicit ? none : denies;
  const lowered = layer === 'scp' && implicit ? 'no service control policy allows it' : lowerFirst(said);
  return `AWS says: ${lowered}`;
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

/** Inside a sentence. */
export function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
