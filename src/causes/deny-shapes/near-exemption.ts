import { isAwsManaged } from '../../model/aws-names.ts';
import type { Case } from '../../model/case.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Layer } from '../../model/layer.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import type { BlockageCheck } from '../cause.ts';
import { LAYER_SUBJECTS } from '../condition-topics/topic.ts';
import { quoted } from '../../evidence/allow-evidence.ts';
import { statementEvidence } from '../../evidence/statement-evidence.ts';
import { type ExemptionMiss, exemptionMiss } from '../../evidence/near-miss/exemption-miss.ts';
import { exemptRemedies } from '../../grants/exempt-remedies.ts';
import { ownerOf } from '../../grants/owners.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { denyingStatement } from './deny-finding.ts';

/** A Deny that lets out some principals, and the caller is almost one of them. */
export function nearExemption<const L extends Layer>(layer: L): BlockageCheck & { readonly id: `${L}.near-exemption` } {
  return {
    on: 'blockage',
    layer,
    kind: 'explicit-deny',
    id: `${layer}.near-exemption`,
    doc: {
      what: `${LAYER_SUBJECTS[layer]} denies the request to everybody but a few, and the caller is almost one of those few.`,
      why: 'The exemption has another path, account, letter case or pattern than the caller’s ARN, or names its session: aws:PrincipalArn is the ARN of the role with its path.',
      fix: 'The owner of the policy adds the ARN of the caller’s role to the exemption. An Allow elsewhere does not help.',
    },
    explain(blockage, subject) {
      const statement = denyingStatement(blockage);
      const miss = statement && exemptionMiss(statement, subject);
      if (statement === undefined || miss === undefined) return undefined;
      const { policySays, requestHas, difference } = miss.nearMiss;
      const evidence: Evidence = statementEvidence(subject, statement, miss.pointer, miss.nearMiss);
      return {
        summary: `${placeOfStatement(subject, statement)} denies ${subject.request?.action ?? 'it'} and lets out ${policySays}, which is almost ${requestHas}: ${difference}`,
        evidence: [evidence, ...quoted(blockage, subject)],
        remedies: oneMore(miss, statement, layer, subject),
      };
    },
  };
}

/** The caller beside those whom the condition lets out. */
function oneMore(
  { nearMiss, list }: ExemptionMiss,
  statement: StatementFinding,
  layer: Layer,
  subject: Case,
): readonly Remedy[] {
  const { policy } = statement;
  if (nearMiss.element !== 'condition' || isAwsManaged(policy.arn)) return exemptRemedies(statement, layer, subject);
  const who = ownerOf(layer, subject, policy);
  return [{ kind: 'add-value', policy, pointer: list, value: nearMiss.requestHas, who }];
}
