import type { DenialCase } from '../../model/denial-case.ts';
import type { LayerVerdict, Verdict } from '../../model/verdict.ts';
import { ASSUMED } from '../../request/assumptions.ts';
import { layerVerdict } from '../blockers/verdict-layers.ts';
import { layerFact } from '../policy-lookup.ts';
import { type NamedReason, namedReason } from './stated-reason.ts';

/** True where AWS denied it, and what was read allows it, or does not deny it where AWS says: then what was read is not what AWS decided by. */
export function isContradicted(denialCase: DenialCase): boolean {
  const { denial, verdict } = denialCase;
  if (denial === null || denial.kind === 'credentials' || verdict === null) return false;
  return verdict.allowed === 'yes' || namesAnother(denialCase, verdict);
}

/** True where AWS names a layer that was read completely and does not deny. One that is known not to be there denies nothing. */
function namesAnother(denialCase: DenialCase, verdict: Verdict): boolean {
  const reason = namedReason(denialCase);
  if (reason === undefined || reason.effect === null) return false;
  const layer = layerVerdict(verdict, reason.layer);
  if (!isKnown(layer, reason, denialCase) || layer.deny !== 'no') return false;
  // "An explicit deny in a service control policy" is also said where an Allow is missing:
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
  if (reason.effect === 'explicit') return reason.layer !== 'scp' || layer.allow === 'yes';
  return layer.allow === 'yes';
}

/**
 * Was all of the layer seen? A resource without a policy has none that allows, as AWS says. And where there are policies that take no part
 * by the rules as we know them, AWS's word is against the rules, not against the policies.
 */
function isKnown({ status, gaps }: LayerVerdict, { layer, effect }: NamedReason, denialCase: DenialCase): boolean {
  if (status !== 'absent') return status === 'known' && gaps.length === 0;
  const fact = layerFact(denialCase, layer);
  return fact.status === 'absent' && fact.call !== ASSUMED && (layer !== 'resource' || effect === 'explicit');
}
