import type { Case } from '../model/case.ts';
import type { Remedy } from '../model/remedy.ts';
import { missEvidence, quoted } from './allow-evidence.ts';
import type { Blockage, Finding } from './check.ts';
import { statementEvidence } from './evidence.ts';
import { missRemedies } from './miss-remedies.ts';
import { missSummary } from './miss-summary.ts';
import type { StatementMiss } from './near-miss/statement-miss.ts';

/** What every cause about conditions has: one piece of evidence for each condition that fails. */
export function conditionFinding(
  miss: StatementMiss,
  blockage: Blockage,
  subject: Case,
  special: { readonly summary?: string; readonly remedies?: readonly Remedy[] } = {},
): Finding {
  const others = miss.conditions
    .slice(1)
    .map((other) => statementEvidence(subject, miss.statement, other.pointer, other.nearMiss));
  return {
    summary: special.summary ?? missSummary(miss, subject),
    evidence: [missEvidence(miss, subject), ...others, ...quoted(blockage, subject)],
    remedies: special.remedies ?? missRemedies(miss, blockage, subject),
  };
}
