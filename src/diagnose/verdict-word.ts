import type { VerdictWord } from '../model/diagnosis.ts';
import type { Verdict } from '../model/verdict.ts';

/** The verdict as the diagnosis prints it; without a decision nothing is determined. */
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
