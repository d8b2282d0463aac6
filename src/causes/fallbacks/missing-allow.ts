import { allowEvidence, quoted } from '../../evidence/allow-evidence.ts';
import { type MisplacedAllow, misplacedAllow } from '../../evidence/misplaced-allow.ts';
import { covers } from '../../evidence/near-miss/covers.ts';
import { allowsOf, nearestMiss } from '../../evidence/near-miss/find-near-misses.ts';
import { nearMissEvidence, nearMissSummary } from '../../evidence/near-miss/near-miss.ts';
import { documentOf, elementTexts, layerFact } from '../../evidence/policy-lookup.ts';
import { callerWords, resourcePolicyFor, statementWords } from '../../evidence/words.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { nearMissRemedies } from '../../grants/near-miss-remedies.ts';
import { servicePrefix } from '../../model/actions.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Layer } from '../../model/layer.ts';
import { LAYER_WORDS, upperFirst } from '../../model/layer-words.ts';
import { shortName } from '../../model/short-name.ts';
import type { BlockerCause } from '../cause.ts';
import { conditionFinding } from '../runners/condition-finding.ts';

/** The general cause of a missing Allow if a statement fails only in its conditions. */
export function condition<const L extends Layer>(layer: L): BlockerCause & { readonly id: `${L}.condition` } {
  return {
    kind: 'missing-allow',
    id: `${layer}.condition`,
    explain(blocker, denialCase) {
      const miss = nearestMiss(blocker, denialCase);
      return miss?.element === 'condition'
        ? conditionFinding(miss, blocker, denialCase)
        : 'no statement fails in its conditions alone';
    },
  };
}

/** The general cause of a missing Allow if a statement fails only in its action, resource or principal. */
export function nearMiss<const L extends Layer>(layer: L): BlockerCause & { readonly id: `${L}.near-miss` } {
  return {
    kind: 'missing-allow',
    id: `${layer}.near-miss`,
    explain(blocker, denialCase) {
      const miss = nearestMiss(blocker, denialCase);
      if (miss === undefined || miss.element === 'condition')
        return 'no statement fails in its action, resource or principal alone';
      return {
        summary: nearMissSummary(miss, denialCase),
        evidence: [nearMissEvidence(miss, denialCase), ...quoted(blocker, denialCase)],
        remedies: nearMissRemedies(miss, blocker, denialCase),
      };
    },
  };
}

/** The layer allows actions of other services, and none of the requested one. */
export function serviceNotListed<const L extends 'boundary' | 'session' | 'scp' | 'endpoint'>(
  layer: L,
): BlockerCause & { readonly id: `${L}.service-not-listed` } {
  return {
    kind: 'missing-allow',
    id: `${layer}.service-not-listed`,
    explain(blocker, denialCase) {
      if (denialCase.request === null) return 'the request is not known';
      const service = servicePrefix(denialCase.request.action);
      if (service === '') return 'the action has no service';
      if (allowsOf(blocker, denialCase).length === 0) return 'nothing at all is allowed';
      if (allowsService(blocker, denialCase, service)) return 'an action of the service is allowed';
      const { policies, isPlural } = LAYER_WORDS[layer];
      return {
        summary: `The ${policies}${atLevel(blocker, denialCase)} list${isPlural ? '' : 's'} what is allowed, and ${service} is not in the list`,
        evidence: allowEvidence(blocker, denialCase),
        remedies: allowRemedies(blocker, denialCase),
      };
    },
  };
}

/** True if an Allow has an action of the service, on any resource. */
function allowsService(blocker: Blocker, denialCase: DenialCase, service: string): boolean {
  return allowsOf(blocker, denialCase).some((statement) => {
    const document = documentOf(denialCase, statement);
    const actions = elementTexts(document, statement, 'Action');
    return (
      actions.length === 0 || actions.some(({ value }) => covers(value.toLowerCase().split(':', 1)[0] ?? '', service))
    );
  });
}

/** ` at Workloads`: the level of the organization that lacks the Allow; only SCPs are decided level by level. */
function atLevel(blocker: Blocker, denialCase: DenialCase): string {
  const name = blocker.layer === 'scp' ? levelName(blocker, denialCase) : undefined;
  return name === undefined ? '' : ` at ${name}`;
}

function levelName({ layer, level }: Blocker, denialCase: DenialCase): string | undefined {
  const fact = layerFact(denialCase, layer);
  return fact.status === 'known' && level !== null ? fact.value[level]?.name : undefined;
}

/** Layers with a general cause for a missing Allow. RCPs never lack one, and trust policies have special causes. */
type SilentLayer = Exclude<Layer, 'rcp' | 'trust'>;

/** The general cause of a missing Allow: nothing in the layer comes near the request. */
export function noAllow<const L extends SilentLayer>(layer: L): BlockerCause & { readonly id: `${L}.no-allow` } {
  return {
    kind: 'missing-allow',
    id: `${layer}.no-allow`,
    explain(blocker, denialCase) {
      const misplaced = layer === 'identity' ? misplacedAllow(denialCase) : undefined;
      return {
        summary: `${noAllowWords(layer, blocker, denialCase)}${misplaced === undefined ? '' : misplacedWords(misplaced, denialCase)}`,
        evidence: [...allowEvidence(blocker, denialCase), ...(misplaced === undefined ? [] : [onRole(misplaced)])],
        remedies: allowRemedies(blocker, denialCase),
      };
    },
  };
}

/** Which policy says what the caller lacks, and why it does not help. */
function misplacedWords({ policy }: MisplacedAllow, { facts }: DenialCase): string {
  const role = shortName(facts.role?.arn ?? null);
  return `; the policy ${policy.ref.name} of role ${role} allows it, but that is what ${role} may do once it is assumed: ${callerWords(facts.principal)} needs it`;
}

function onRole({ policy, statement }: MisplacedAllow): Evidence {
  const call = policy.ref.kind === 'inline' ? 'iam:GetRolePolicy' : 'iam:GetPolicyVersion';
  return {
    kind: 'answer',
    call,
    text: `${shortName(policy.ref.attachedTo)} › ${policy.ref.name}, ${statementWords(statement)}`,
  };
}

function noAllowWords(layer: SilentLayer, blocker: Blocker, denialCase: DenialCase): string {
  const { request, facts } = denialCase;
  const action = request?.action ?? 'it';
  const resource = request?.resource ?? null;
  const caller = callerWords(facts.principal);
  switch (layer) {
    case 'identity':
      return `No identity policy of ${caller} allows ${action} on ${shortName(resource)}`;
    case 'boundary':
      return `The permissions boundary of ${caller} does not allow ${action}`;
    case 'session':
      return `The session policy does not allow ${action}`;
    case 'scp': {
      const level = levelName(blocker, denialCase) ?? 'one of the levels of the organization';
      return `No service control policy at ${level} allows ${action}`;
    }
    case 'resource':
      return `${upperFirst(resourcePolicyFor(resource))} does not allow ${action} to ${caller}`;
    case 'endpoint':
      return `The VPC endpoint policy does not allow ${action}`;
  }
}
