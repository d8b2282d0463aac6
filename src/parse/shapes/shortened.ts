import { actionInClause, findClause } from '../grammar/clause.ts';
import { type Phrase, type PhraseMatch, type PhraseShape, phraseShape } from './phrases.ts';
import { fields } from './shape.ts';

/** A code, and dots instead of the sentence, of which only the clause is left. */
const BEHIND_DOTS = /(?:accessdenied(?:exception)?|unauthorizedoperation)["'`:)]{0,3}(?:\.{2,3}|…)$/;

/** Sentences that people shortened to the part they ask about: `AccessDenied: ... because no … policy allows the s3:GetObject action`. */
export const shortened: PhraseShape = phraseShape(
  'shortened-sentence',
  ['becauseno', 'withanexplicitdeny'].map(
    (begins): Phrase => ({
      begins,
      after: BEHIND_DOTS,
      needles: ['AccessDenied', 'UnauthorizedOperation'],
      claim: 'denied',
      says: (_, found) => clauseOf(found),
    }),
  ),
);

function clauseOf({ dense, from, to }: PhraseMatch) {
  const clause = findClause(dense, from, to);
  if (clause === undefined) return {};
  return fields({ action: actionInClause(dense, clause), reason: clause.reason });
}
