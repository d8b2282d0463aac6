import type { Case } from '../model/case.ts';
import type { StatedReason } from '../model/denial.ts';
import type { Cause, Diagnosis } from '../model/diagnosis.ts';
import type { LayerVerdict, Verdict } from '../model/verdict.ts';

/**
 * Is the denial explained? AWS did deny it: a verdict of allowed, or a layer that AWS names and that does not deny as it
 * reads now, is a finding of its own. A bare request (no denial) is explained by its verdict alone.
 */
export function concludes(built: Case, causes: readonly Cause[]): Diagnosis['conclusion'] {
  const { denial, verdict } = built;
  const proven = causes.some((cause) => cause.rung === 'aws' || cause.rung === 'evaluated');
  if (denial === null) return verdict?.allowed === 'yes' || verdict?.allowed === 'no' ? 'explained' : 'inconclusive';
  if (denial.kind === 'credentials') return proven ? 'explained' : 'inconclusive';
  if (verdict !== null && (verdict.allowed === 'yes' || contradicts(denial.reason, verdict))) return 'contradicted';
  return proven ? 'explained' : 'inconclusive';
}

/** True where AWS names a layer that was read completely and does not deny. */
export function contradicts(reason: StatedReason | null, verdict: Verdict): boolean {
  if (reason === null || reason.layer === null || reason.effect === null) return false;
  const layer = namedLayer(reason.layer, verdict);
  if (layer === undefined || layer.status !== 'known' || layer.gaps.length > 0) return false;
  if (layer.deny !== 'no') return false;
  // "An explicit deny in a service control policy" is also said where an Allow is missing:
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
  if (reason.effect === 'explicit') return reason.layer !== 'scp' || layer.allow === 'yes';
  return layer.allow === 'yes';
}

function namedLayer(layer: NonNullable<StatedReason['layer']>, verdict: Verdict): LayerVerdict | undefined {
  if (layer === 'trust' || layer === 'resource')
    return verdict.resourceLayer === layer ? verdict.layers.resource : undefined;
  return verdict.layers[layer];
}
