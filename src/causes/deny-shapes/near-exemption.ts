import { quoted } from '../../evidence/allow-evidence.ts';
import { nearMissEvidence } from '../../evidence/near-miss/near-miss.ts';
import { type ExemptionNearMiss, nearestExemption } from '../../evidence/near-miss/nearest-exemption.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { exemptRemedies } from '../../grants/exempt-remedies.ts';
import { ownerOf } from '../../grants/owners.ts';
import { isAwsManaged } from '../../model/aws-names.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Layer } from '../../model/layer.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import type { BlockerCause } from '../cause.ts';
import { denyingStatement } from './deny-finding.ts';

/** A Deny that lets out some principals, and the caller is almost one of them. */
export function nearExemption<const L extends Layer>(layer: L): BlockerCause & { readonly id: `${L}.near-exemption` } {
  return {
    kind: 'explicit-deny',
    id: `${layer}.near-exemption`,
    explain(blocker, denialCase) {
      const statement = denyingStatement(blocker);
      const miss = statement && nearestExemption(statement, denialCase);
      if (statement === undefined || miss === undefined) return undefined;
      const { policySays, requestHas, difference } = miss;
      const evidence: Evidence = nearMissEvidence({ ...miss, statement }, denialCase);
      return {
        summary: `${placeOfStatement(denialCase, statement)} denies ${denialCase.request?.action ?? 'it'} and lets out ${policySays}, which is almost ${requestHas}: ${difference.words}`,
        evidence: [evidence, ...quoted(blocker, denialCase)],
        remedies: oneMore(miss, statement, layer, denialCase),
      };
    },
  };
}

/** The caller beside those whom the condition lets out. */
function oneMore(
  { element, requestHas, list }: ExemptionNearMiss,
  statement: StatementFinding,
  layer: Layer,
  denialCase: DenialCase,
): readonly Remedy[] {
  const { policy } = statement;
  if (element !== 'condition' || isAwsManaged(policy.arn)) return exemptRemedies(statement, layer, denialCase);
  const who = ownerOf(layer, denialCase, policy);
  return [{ kind: 'add-value', policy, pointer: list, value: requestHas, who }];
}
