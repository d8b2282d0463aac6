import type { Layer } from '../../model/layer.ts';
import type { BlockerCause } from '../cause.ts';
import { denyFinding, NO_DENY } from '../runners/deny-finding.ts';
import { deniedByTopic } from '../runners/topic-cause.ts';
import { CONDITION_TOPICS, type TopicId } from '../tables/condition-topics.ts';

/**
 * The general cause of a statement that denies. If one of its conditions is about one of the topics, the cause says so. An Allow in
 * another statement never helps against it:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay.html
 */
export function explicitDeny<const L extends Layer>(
  layer: L,
  topics: readonly TopicId[] = [],
): BlockerCause & { readonly id: `${L}.explicit-deny` } {
  return {
    kind: 'explicit-deny',
    id: `${layer}.explicit-deny`,
    explain(blocker, denialCase) {
      if (blocker.kind !== 'explicit-deny') return NO_DENY;
      for (const id of topics) {
        const answer = deniedByTopic(CONDITION_TOPICS[id], blocker, denialCase);
        if (typeof answer !== 'string') return answer;
      }
      return denyFinding(blocker, denialCase, { words: `${denialCase.request?.action ?? 'it'} explicitly` });
    },
  };
}
