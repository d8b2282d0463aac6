import { isContradicted } from '../evidence/aws-words/is-contradicted.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Cause, Diagnosis, VerdictWord } from '../model/diagnosis.ts';
import type { Verdict } from '../model/verdict.ts';

/**
 * Is the denial explained? A cause that AWS's own words state explains it, whatever the policies say. Otherwise, where the verdict is
 * allowed, or a layer that AWS names does not deny as it reads now, the denial is contradicted. A request without an error text is
 * explained by its verdict alone.
 */
export function conclusionOf(denialCase: DenialCase, causes: readonly Cause[]): Diagnosis['conclusion'] {
  const { denial, verdict } = denialCase;
  const proven = causes.some((cause) => cause.rung === 'aws' || cause.rung === 'evaluated');
  if (denial === null) return verdict?.allowed === 'yes' || verdict?.allowed === 'no' ? 'explained' : 'inconclusive';
  if (causes.some(isSaidByAws)) return 'explained';
  if (denial.kind === 'credentials') return proven ? 'explained' : 'inconclusive';
  if (isContradicted(denialCase)) return 'contradicted';
  if (verdict !== null && hidesDeny(denialCase, verdict)) return 'inconclusive';
  return proven ? 'explained' : 'inconclusive';
}

/** True where a sentence or an error code of AWS is the cause, and not only the name of a layer that blocks. */
function isSaidByAws({ rung, blocker }: Cause): boolean {
  return rung === 'aws' && blocker === null;
}

/** True where AWS says "with an explicit deny" but not in which policy, and none that was read denies: whatever else blocks, that Deny was not found. */
function hidesDeny({ denial, blockers }: DenialCase, { layers }: Verdict): boolean {
  const reason = denial?.reason ?? null;
  if (reason === null || reason.effect !== 'explicit' || reason.layer !== null || reason.policyArn !== null)
    return false;
  // AWS's record names the statement, whatever of it is not known here.
  if (blockers.some(({ kind, certainty }) => kind === 'explicit-deny' && certainty === 'aws')) return false;
  return Object.values(layers).every(({ deny }) => deny !== 'yes');
}

/** The verdict as the diagnosis prints it; undetermined where nothing was evaluated. */
export function verdictWord(verdict: Verdict | null): VerdictWord {
  switch (verdict?.allowed) {
    case 'yes':
      return 'allowed';
    case 'no':
      return 'denied';
    case 'unknown':
    case undefined:
      return 'undetermined';
  }
}
