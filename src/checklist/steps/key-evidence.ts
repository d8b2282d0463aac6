import type { AnswerEvidence } from '../../model/evidence.ts';
import type { AccessKey } from '../../model/facts.ts';

/** What IAM says of a user's access keys: kind and end of each, since when it is there, whether it may be used. */
export function keyEvidence(keys: readonly AccessKey[]): readonly AnswerEvidence[] {
  if (keys.length === 0) return [];
  const text = keys
    .map(
      ({ id, active, created }) =>
        `${id} ${active ? 'active' : 'inactive'}${created === null ? '' : `, made ${created.slice(0, 10)}`}`,
    )
    .join('; ');
  return [{ kind: 'answer', call: 'iam:ListAccessKeys', text }];
}
