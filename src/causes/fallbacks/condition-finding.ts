import { missEvidence, quoted } from '../../evidence/allow-evidence.ts';
import { missSummary } from '../../evidence/near-miss/miss-summary.ts';
import type { StatementMiss } from '../../evidence/near-miss/statement-miss.ts';
import { statementEvidence } from '../../evidence/statement-evidence.ts';
import { missRemedies } from '../../grants/miss-remedies.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { Finding } from '../cause.ts';

/** What a cause tells better than in general. */
export interface SpecialCondition {
  readonly summary?: string;
  /** Why the condition does not hold, in place of how the two values differ. */
  readonly difference?: string | undefined;
  readonly remedies?: readonly Remedy[];
}

/** What every cause about conditions has: one piece of evidence for each condition that fails. */
export function conditionFinding(
  miss: StatementMiss,
  blocker: Blocker,
  denialCase: DenialCase,
  special: SpecialCondition = {},
): Finding {
  const first = missEvidence(miss, denialCase);
  const { nearMiss } = first;
  const difference = special.difference ?? nearMiss?.difference ?? '';
  const others = miss.conditions
    .slice(1)
    .map((other) => statementEvidence(denialCase, miss.statement, other.pointer, other.nearMiss));
  return {
    summary: special.summary ?? missSummary(miss, denialCase),
    evidence: [
      { ...first, nearMiss: nearMiss && { ...nearMiss, difference } },
      ...others,
      ...quoted(blocker, denialCase),
    ],
    remedies: special.remedies ?? missRemedies(miss, blocker, denialCase),
  };
}
