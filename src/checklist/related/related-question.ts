import type { DenialCase } from '../../model/denial-case.ts';
import type { Question } from '../../model/question.ts';

/** Another request that the denied call needs to be allowed, and why. */
export interface RelatedQuestion {
  readonly why: string;
  readonly question: Question;
  /** The kind of the resource, where the call is evaluated once for each of several. */
  readonly kind?: string;
}

/** A question about the same caller and something else. AWS's record is about the denied request, so it is left out. */
export function sameCaller(denialCase: DenialCase, question: Question, asked: Partial<Question>): Question {
  const { principal, principalFrom } = denialCase.facts;
  // The current identity is found again in the same way.
  const caller =
    principalFrom === 'current-identity' ? { principal: null, principalFrom: null } : { principal, principalFrom };
  const { decodedMessage: _, ...rest } = question;
  return { ...rest, denial: null, service: null, encodedMessage: null, authorizationId: null, ...caller, ...asked };
}
