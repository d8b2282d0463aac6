import { callerWords } from '../../evidence/words.ts';
import { caseCause } from '../cause.ts';

/** Names are unique whatever the path: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names */
export const callerPath = caseCause({
  id: 'caller.path',
  layer: null,
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
