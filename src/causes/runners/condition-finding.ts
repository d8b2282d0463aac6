import { quoted } from '../../evidence/allow-evidence.ts';
import { nearMissEvidence, nearMissSummary, type StatementNearMiss } from '../../evidence/near-miss/near-miss.ts';
import { nearMissRemedies } from '../../grants/near-miss-remedies.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { Finding } from '../cause.ts';

/** What a special cause says in place of the general words. */
export interface SpecialCondition {
  readonly summary?: string;
  /** Why the condition does not hold, in place of how the two values differ. */
  readonly because?: string | undefined;
  readonly remedies?: readonly Remedy[];
}

/** The finding of any cause about the conditions of an Allow, with one piece of evidence for each condition that fails. */
export function conditionFinding(
  miss: StatementNearMiss,
  blocker: Blocker,
  denialCase: DenialCase,
  special: SpecialCondition = {},
): Finding {
  const difference = { ...miss.difference, words: special.because ?? miss.difference.words };
  const others = miss.conditions
    .slice(1)
    .map((other) => nearMissEvidence({ ...other, statement: miss.statement }, denialCase));
  return {
    summary: special.summary ?? nearMissSummary(miss, denialCase),
    evidence: [nearMissEvidence({ ...miss, difference }, denialCase), ...others, ...quoted(blocker, denialCase)],
    remedies: special.remedies ?? nearMissRemedies(miss, blocker, denialCase),
  };
}
