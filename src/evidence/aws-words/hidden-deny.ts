import type { DenialCase } from '../../model/denial-case.ts';

/**
 * True where AWS says "with an explicit deny" but not in which policy, and none that was read denies: whatever else blocks, that Deny was
 * not found. No other change allows the request.
 */
export function hidesDeny({ denial, verdict, blockers }: DenialCase): boolean {
  const reason = denial?.reason ?? null;
  if (verdict === null || reason === null) return false;
  if (reason.effect !== 'explicit' || reason.layer !== null || reason.policyArn !== null) return false;
  // AWS's record names the statement, whatever of it is not known here.
  if (blockers.some(({ kind, certainty }) => kind === 'explicit-deny' && certainty === 'aws')) return false;
  return Object.values(verdict.layers).every(({ deny }) => deny !== 'yes');
}
