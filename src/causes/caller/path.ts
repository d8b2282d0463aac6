import { defineCheck } from '../cause.ts';
import { callerWords } from '../../evidence/words.ts';

/** Names are unique whatever the path: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names */
export const callerPath = defineCheck({
  on: 'case',
  id: 'caller.path',
  layer: null,
  doc: {
    what: 'The caller was given under another path than the user or role has: under this ARN there is nobody.',
    why: 'The ARN of a user or role holds its path (user/people/ANA): without it, it is the ARN of somebody else, who does not exist.',
    fix: 'Ask with the ARN as iam:GetUser or iam:GetRole shows it. Creating it again fails: the name is taken.',
  },
  find({ facts, verdict }) {
    const { callerEntity, principal, principalFrom } = facts;
    if (principalFrom !== 'option' || callerEntity.status !== 'absent' || verdict?.allowed === 'yes') return undefined;
    const { instead, call, on } = callerEntity;
    if (instead === undefined || principal === null) return undefined;
    return {
      summary: `There is no ${principal.arn}: the ${callerWords(principal)} has the ARN ${instead}`,
      evidence: [
        { kind: 'absent', call, on },
        { kind: 'answer', call, text: instead },
      ],
      remedies: [
        { kind: 'rename', part: 'principal', arn: instead, certain: true, summary: `ask with ${instead}`, who: 'you' },
      ],
    };
  },
});
