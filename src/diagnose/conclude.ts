import { type NamedReason, namedReason } from '../checks/stated-reason.ts';
import { layerFact } from '../checks/statement-text.ts';
import { layerVerdict } from '../checks/verdict-layers.ts';
import type { Case } from '../model/case.ts';
import type { Cause, Diagnosis } from '../model/diagnosis.ts';
import type { LayerVerdict, Verdict } from '../model/verdict.ts';
import { ASSUMED } from '../request/apply-assumptions.ts';

/**
 * Is the denial explained? AWS did deny it: a verdict of allowed, or a layer that AWS names and that does not deny as it
 * reads now, is a finding of its own. A bare request (no denial) is explained by its verdict alone.
 */
export function concludes(built: Case, causes: readonly Cause[]): Diagnosis['conclusion'] {
  const { denial, verdict } = built;
  const proven = causes.some((cause) => cause.rung === 'aws' || cause.rung === 'evaluated');
  if (denial === null) return verdict?.allowed === 'yes' || verdict?.allowed === 'no' ? 'explained' : 'inconclusive';
  if (denial.kind === 'credentials') return proven ? 'explained' : 'inconclusive';
  if (verdict !== null && (verdict.allowed === 'yes' || contradicts(built, verdict))) return 'contradicted';
  if (verdict !== null && hidesDeny(built, verdict)) return 'inconclusive';
  return proven ? 'explained' : 'inconclusive';
}

/**
 * True where AWS says "with an explicit deny", not in which policy, and none that was read denies: whatever else blocks, the deny is
 * still to be found.
 */
function hidesDeny({ denial }: Case, { layers }: Verdict): boolean {
  const reason = denial?.reason ?? null;
  if (reason === null || reason.effect !== 'explicit' || reason.layer !== null || reason.policyArn !== null)
    return false;
  return Object.values(layers).every(({ deny }) => deny !== 'yes');
}

/** True where AWS names a layer that was read completely and does not deny. One that is known not to be there denies nothing. */
function contradicts(built: Case, verdict: Verdict): boolean {
  const reason = namedReason(built);
  if (reason === undefined || reason.effect === null) return false;
  const layer = layerVerdict(verdict, reason.layer);
  if (!isKnown(layer, reason, built) || layer.deny !== 'no') return false;
  // "An explicit deny in a service control policy" is also said where an Allow is missing:
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
  if (reason.effect === 'explicit') return reason.layer !== 'scp' || layer.allow === 'yes';
  return layer.allow === 'yes';
}

/** Was all of the layer seen? A resource without a policy has none that allows, as AWS says. */
function isKnown({ status, gaps }: LayerVerdict, { layer, effect }: NamedReason, built: Case): boolean {
  if (status !== 'absent') return status === 'known' && gaps.length === 0;
  const fact = layerFact(built, layer);
  const isThere = fact.status === 'known' || (fact.status === 'absent' && fact.call !== ASSUMED);
  return isThere && (layer !== 'resource' || effect === 'explicit');
}
