import { denyEvidence } from '../../evidence/deny-evidence.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { exemptRemedies } from '../../grants/exempt-remedies.ts';
import type { Layer } from '../../model/layer.ts';
import { nonEmpty } from '../../model/non-empty.ts';
import type { BlockerCause } from '../cause.ts';
import type { Topic } from '../condition-topics/topic.ts';
import { deniedByTopic } from '../condition-topics/topic-checks.ts';

/**
 * The general cause of a statement that denies; told by the first of the topics that one of its conditions is about. An Allow elsewhere
 * never helps against it:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay.html
 */
export function explicitDeny<const L extends Layer>(
  layer: L,
  topics: readonly Topic<string>[] = [],
): BlockerCause & { readonly id: `${L}.explicit-deny` } {
  return {
    kind: 'explicit-deny',
    id: `${layer}.explicit-deny`,
    explain(blocker, denialCase) {
      const { statement } = blocker;
      if (statement === null) return undefined;
      for (const topic of topics) {
        const told = deniedByTopic(topic, blocker, denialCase);
        if (told !== undefined) return told;
      }
      const evidence = nonEmpty(denyEvidence(blocker, denialCase));
      const verb =
        statement.match === 'yes' ? 'denies' : blocker.certainty === 'aws' ? 'must be what denies' : 'may deny';
      return (
        evidence && {
          summary: `${placeOfStatement(denialCase, statement)} ${verb} ${denialCase.request?.action ?? 'it'} explicitly`,
          evidence,
          remedies: exemptRemedies(statement, layer, denialCase),
        }
      );
    },
  };
}
