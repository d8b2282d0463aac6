import { findClause } from '../../grammar/clause.ts';
import { matchAt } from '../../grammar/search.ts';
import { encodedMessageAt } from '../message-tail.ts';
import { type PhraseMatch, type PhraseShape, phraseShape } from '../phrases.ts';
import { fields } from '../shape.ts';

/** How a clause begins takes no more characters. */
const LONGEST_BEGINNING = 30;

/** EC2's refusal in general terms: no caller, action or resource, but maybe an encoded message with all of them. */
export const ec2: PhraseShape = phraseShape('ec2-unauthorized', [
  {
    begins: 'youarenotauthorizedtoperformthis',
    needles: ['authorized to perform'],
    rest: /(?:operation|action)[.'"*`\]]{0,4}/y,
    claim: 'denied',
    says: (_, found) => clauseBehind(found),
  },
  {
    begins: 'encodedauthorizationfailuremessage',
    needles: ['authorization failure message', 'Authorization Failure Message'],
    claim: 'denied',
    says: (_, { dense, to }) => fields({ encodedMessage: encodedMessageAt(dense, to).encodedMessage }),
  },
]);

/** People replace the sentence by dots, and keep its clause: "… to perform this operation. ... with an explicit deny". */
function clauseBehind({ dense, to }: PhraseMatch) {
  const from = to + (matchAt(/[.…]{0,3}/y, dense.text, to)?.[0].length ?? 0);
  const clause = findClause(dense, from, from + LONGEST_BEGINNING);
  return fields({ reason: clause?.from === from ? clause.reason : undefined });
}
