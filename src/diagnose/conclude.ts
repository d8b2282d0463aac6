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
 * @param about the case under the right names, which the steps are about
 */
export function conclusionOf(
  denialCase: DenialCase,
  causes: readonly Cause[],
  about: DenialCase = denialCase,
): Diagnosis['conclusion'] {
  const { denial } = denialCase;
  const proven = causes.some((cause) => cause.rung === 'aws' || cause.rung === 'evaluated');
  if (denial === null) return verdictOf(denialCase, causes, about) === 'undetermined' ? 'inconclusive' : 'explained';
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
 * The verdict on a request. Where the role in it is not there, no policy denies the request, and it is not allowed either; nor is it where it
 * has a wrong name, and the one under the right name is not. Without an error text, passing a role that no service can use is not said to
 * be allowed beside the cause that says why it cannot work.
 * @param about the case under the right names, which the steps are about
 */
export function verdictOf(
  denialCase: DenialCase,
  causes: readonly Cause[],
  about: DenialCase = denialCase,
): VerdictWord {
  const word = verdictWord(denialCase.verdict);
  if (word !== 'allowed') return word;
  if (roleIsMissing(denialCase) || verdictWord(about.verdict) !== 'allowed') return 'undetermined';
  const works = !causes.some(({ rung }) => rung !== 'unknown');
  return denialCase.denial === null && !works ? 'undetermined' : word;
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
