import type { DenialCase } from '../../model/denial-case.ts';
import type { Question } from '../../model/question.ts';

/** A request that the same call makes besides, and why it does. */
export interface RelatedQuestion {
  readonly why: string;
  readonly question: Question;
  /** Of one of several resources of the call: its kind. */
  readonly kind?: string;
}

/** The same caller asks for something else. What AWS recorded is about the denied request, hence left out. */
export function sameCaller(denialCase: DenialCase, question: Question, asked: Partial<Question>): Question {
  const { principal, principalFrom } = denialCase.facts;
  // Whoever is signed in is found again in the same way.
  const caller =
    principalFrom === 'current-identity' ? { principal: null, principalFrom: null } : { principal, principalFrom };
  const { decodedMessage: _, ...rest } = question;
  return { ...rest, denial: null, service: null, encodedMessage: null, authorizationId: null, ...caller, ...asked };
}
