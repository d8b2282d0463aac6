import type { DenialCase } from '../../model/denial-case.ts';
import type { LayerVerdict, Verdict } from '../../model/verdict.ts';
import { ASSUMED } from '../../request/assumptions.ts';
import { layerVerdict } from '../blockers/verdict-layers.ts';
import { layerFact } from '../policy-lookup.ts';
import { type NamedReason, namedReason } from './stated-reason.ts';

/** True if AWS denied the request, but what was read allows it, or the layer that AWS names does not deny it: AWS decided by something else than what was read. */
export function isContradicted(denialCase: DenialCase): boolean {
  const { denial, verdict } = denialCase;
  if (denial === null || denial.kind === 'credentials' || verdict === null) return false;
  return verdict.allowed === 'yes' || namesAnother(denialCase, verdict);
}

/** True if AWS names a layer that was read in full and does not deny. A layer without policies denies nothing. */
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
 * True if the whole layer is known. A resource without a policy has none that allows, just as AWS says. And if policies take no part by
 * our rules, AWS contradicts the rules, not the policies.
 */
function isKnown({ status, gaps }: LayerVerdict, { layer, effect }: NamedReason, denialCase: DenialCase): boolean {
  if (status !== 'absent') return status === 'known' && gaps.length === 0;
  const fact = layerFact(denialCase, layer);
  return fact.status === 'absent' && fact.call !== ASSUMED && (layer !== 'resource' || effect === 'explicit');
}
