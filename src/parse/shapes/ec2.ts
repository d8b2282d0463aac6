import { findClause } from '../grammar/clause.ts';
import { matchAt } from '../grammar/search.ts';
import { encodedMessageAt } from './message-tail.ts';
import { type PhraseMatch, type PhraseShape, phraseShape } from './phrases.ts';
import { fields } from './shape.ts';

/** EC2's bare refusal, which says nothing of caller, action or resource, but may carry an encoded message. */
export const ec2: PhraseShape = phraseShape('ec2-unauthorized', [
  {
    begins: 'youarenotauthorizedtoperformthis',
    needles: ['authorized to perform'],
    rest: /(?:operation|action)[.'"*`\]]{0,4}(?:Encodedauthorizationfailuremessage)?/y,
    claim: 'denied',
    says: (groups, found) => (/message$/.test(groups[0] ?? '') ? encoded(found) : shortened(found)),
  },
  {
    begins: 'encodedauthorizationfailuremessage',
    needles: ['authorization failure message', 'Authorization Failure Message'],
    claim: 'denied',
    says: (_, found) => encoded(found),
  },
]);

/** Dots for the sentence, and then its clause. */
function shortened({ dense, to }: PhraseMatch) {
  const at = matchAt(/[.…]{0,3}(?<=\.\.|…)(?=with|because)/y, dense.text, to);
  return fields({ reason: at && findClause(dense, to, to + 30)?.reason });
}

function encoded({ dense, to }: PhraseMatch) {
  return fields({ encodedMessage: encodedMessageAt(dense, to).encodedMessage });
}
