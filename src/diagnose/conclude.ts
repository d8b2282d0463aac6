import { hidesDeny } from '../evidence/aws-words/hidden-deny.ts';
import { isContradicted } from '../evidence/aws-words/is-contradicted.ts';
import { roleIsMissing } from '../evidence/blockers/role-is-missing.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Cause, Diagnosis, VerdictWord } from '../model/diagnosis.ts';
import type { Verdict } from '../model/verdict.ts';

/**
 * Is the denial explained? A cause that AWS's own words state explains it, whatever the policies say. Otherwise, where the verdict is
 * allowed, or a layer that AWS names does not deny as it reads now, the denial is contradicted. A request without an error text is
 * explained by its verdict alone.
 */
export function conclusionOf(denialCase: DenialCase, causes: readonly Cause[]): Diagnosis['conclusion'] {
  const { denial } = denialCase;
  const proven = causes.some((cause) => cause.rung === 'aws' || cause.rung === 'evaluated');
  if (denial === null) return verdictOf(denialCase, causes) === 'undetermined' ? 'inconclusive' : 'explained';
  if (causes.some(isSaidByAws)) return 'explained';
  if (denial.kind === 'credentials') return proven ? 'explained' : 'inconclusive';
  if (isContradicted(denialCase)) return 'contradicted';
  if (hidesDeny(denialCase)) return 'inconclusive';
  return proven ? 'explained' : 'inconclusive';
}

/** True where a sentence or an error code of AWS is the cause, and not only the name of a layer that blocks. */
function isSaidByAws({ rung, blocker }: Cause): boolean {
  return rung === 'aws' && blocker === null;
}

/**
 * The verdict on a request without an error text. No policy denies a role to be passed that no service can use: it is not said to be allowed
 * beside a cause that says why it cannot work.
 */
export function verdictOf(denialCase: DenialCase, causes: readonly Cause[]): VerdictWord {
  const { denial, verdict } = denialCase;
  const word = verdictWord(verdict);
  // A trust policy was passed for a role that does not exist.
  if (word === 'allowed' && roleIsMissing(denialCase)) return 'undetermined';
  const works = !causes.some(({ rung }) => rung !== 'unknown');
  return denial === null && word === 'allowed' && !works ? 'undetermined' : word;
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
