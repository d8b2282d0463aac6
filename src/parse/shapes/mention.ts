import { isSourceCode } from '../grammar/source-code.ts';
import { type PhraseMatch, type PhraseShape, phraseShape } from './phrases.ts';

const REACH = 260;

/** A quotation that begins right before the message, maybe with the name of an exception first. */
const QUOTED = /["'`“‘「][^"'`“”‘’「」]{0,100}$/;
/** How documentation introduces a message that it explains. Reports of what happened use other words, or do not quote. */
const INTRODUCED =
  /\b(?:you(?:['’]ll| will| might| may| can| could)? (?:see|get|receive|encounter)|such as|similar to|like this|for example|for instance|e\.g|without th(?:is|e|at))\b/i;
/** An example without quotation marks, as in the reference of an API. */
const EXAMPLE = /\b(?:for example|for instance|e\.g\.),? (?:when|if) *$/i;
/** An explanation behind the message. */
const EXPLAINED = /^["'`”’.]{0,3} ?(?:->|→|=>|—|–)? ?(?:this|which|it)? ?means\b/i;

/**
 * The same shape without what a text only mentions: documentation that explains a message, and source code that has it as a literal. For
 * sentences of services, which have no value of their own that would show the difference.
 */
export function withoutMentions({ name, phrases }: PhraseShape): PhraseShape {
  return phraseShape(
    name,
    phrases.map((phrase) => ({
      ...phrase,
      when: (found: PhraseMatch) => (phrase.when?.(found) ?? true) && !isMention(found),
    })),
  );
}

/** True where documentation or source code has the message, and no program printed it. */
function isMention({ dense, from, to }: PhraseMatch): boolean {
  const before = dense.written(Math.max(0, from - REACH), from, ' ');
  const sentence = before.split(/[.!?](?=\s)/).at(-1) ?? '';
  return (
    (QUOTED.test(sentence) && INTRODUCED.test(sentence)) ||
    EXAMPLE.test(before) ||
    EXPLAINED.test(dense.written(to, to + 60, ' ')) ||
    isSourceCode(before)
  );
}
