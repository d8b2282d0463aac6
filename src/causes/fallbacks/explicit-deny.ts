import type { Layer } from '../../model/layer.ts';
import { nonEmpty } from '../../model/non-empty.ts';
import type { BlockageCheck, CauseDoc } from '../cause.ts';
import type { Topic } from '../condition-topics/topic.ts';
import { deniedByTopic } from '../condition-topics/topic-checks.ts';
import { denyEvidence } from '../../evidence/deny-evidence.ts';
import { exemptRemedies } from '../../grants/exempt-remedies.ts';
import { placeOfStatement } from '../../evidence/words.ts';

/**
 * The general cause of a statement that denies; told by the first of the topics that one of its conditions is about. An Allow elsewhere
 * never helps against it:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay.html
 */
export function explicitDeny<const L extends Layer>(
  layer: L,
  doc: CauseDoc,
  topics: readonly Topic<string>[] = [],
): BlockageCheck & { readonly id: `${L}.explicit-deny` } {
  return {
    on: 'blockage',
    layer,
    kind: 'explicit-deny',
    id: `${layer}.explicit-deny`,
    doc,
    explain(blockage, subject) {
      const { statement } = blockage;
      if (statement === null) return undefined;
      for (const topic of topics) {
        const told = deniedByTopic(topic, blockage, subject);
        if (told !== undefined) return told;
      }
      const evidence = nonEmpty(denyEvidence(blockage, subject));
      const verb = statement.match === 'yes' ? 'denies' : blockage.rung === 'aws' ? 'must be what denies' : 'may deny';
      return (
        evidence && {
          summary: `${placeOfStatement(subject, statement)} ${verb} ${subject.request?.action ?? 'it'} explicitly`,
          evidence,
          remedies: exemptRemedies(statement, layer, subject),
        }
      );
    },
  };
}
