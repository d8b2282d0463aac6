import { isRootsBucketPolicy } from '../../evaluate/operations.ts';
import { layerFact } from '../../evidence/policy-lookup.ts';
import { BY_RULE } from '../../gather/ask/by-rule.ts';
import { servicePrefix } from '../../model/actions.ts';
import { SERVICE_LINKED_NAME } from '../../model/aws-names.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Step } from '../../model/diagnosis.ts';
import type { Fact } from '../../model/fact.ts';
import type { OrganizationPlace } from '../../model/facts.ts';
import type { Layer } from '../../model/layer.ts';
import { rcpsApply } from '../../reference/services/rcp-services.ts';
import { ASSUMED } from '../../request/assumptions.ts';
import { passTitle } from './layer-titles.ts';
import { passedStep, skippedStep } from './make-step.ts';

/** A layer that does not exist, or does not count, and how that is known: an assumption, a rule of IAM, or AWS's answer. */
export function absentStep(layer: Layer, denialCase: DenialCase): Step {
  const fact = layerFact(denialCase, layer);
  const title = passTitle(layer, 'absent');
  if (fact.status !== 'absent') return skippedStep({ id: layer, title, summary: exemptWords(layer, denialCase) });
  if (fact.call === ASSUMED) return passedStep({ id: layer, title, summary: assumedWords(layer) }, 'likely');
  if (fact.call === BY_RULE) return skippedStep({ id: layer, title, summary: fact.on });
  if (layer === 'boundary' && denialCase.facts.callerEntity.status === 'absent')
    return skippedStep({ id: layer, title, summary: 'none: the caller does not exist' });
  const summary = absentWords(layer, denialCase);
  return passedStep({ id: layer, title, summary }, 'evaluated', [
    { kind: 'answer', call: fact.call, text: `${summary} (${fact.on})` },
  ]);
}

/** A guardrail is assumed to let the request through; any other layer, not to be there. */
function assumedWords(layer: Layer): string {
  return `assumed: ${layer === 'scp' || layer === 'rcp' ? 'allow' : 'none'}`;
}

/** Whatever is in the layer, a rule exempts the request from it. */
function exemptWords(layer: Layer, { request, facts }: DenialCase): string {
  const service = servicePrefix(request?.action ?? '');
  if (layer === 'rcp' && (service === 'iam' || rcpsApply(request?.action ?? '', request?.resource ?? null) === 'no'))
    return `do not apply to ${service}`;
  const isServiceLinked = facts.principal?.name.startsWith(SERVICE_LINKED_NAME) === true;
  if (isServiceLinked && (layer === 'scp' || layer === 'rcp')) return 'do not apply to service-linked roles';
  if (layer === 'resource' && request !== null && isRootsBucketPolicy(request))
    return 'cannot deny this to the root user of the bucket’s account';
  return 'not involved in this request';
}

function absentWords(layer: Layer, { facts }: DenialCase): string {
  switch (layer) {
    case 'boundary':
      return 'none attached';
    case 'scp':
      return guardrailWords(facts.callerOrganization, facts.principal?.account ?? null);
    case 'rcp':
      return guardrailWords(facts.resourceOrganization, facts.resourceAccount);
    case 'identity':
    case 'session':
    case 'trust':
    case 'resource':
    case 'endpoint':
      return 'none';
  }
}

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html */
function guardrailWords(place: Fact<OrganizationPlace>, account: string | null): string {
  if (place.status === 'absent') return `none: ${account} is not in an organization`;
  if (place.status === 'known' && place.value.managementAccountId === account)
    return `none: ${account} is the management account`;
  return 'none: not enabled in the organization';
}
