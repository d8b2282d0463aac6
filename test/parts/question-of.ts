import type { Question } from '../../src/model/question.ts';

/** A question that asks nothing but what is given. */
export function questionOf(parts: Partial<Question>): Question {
  return {
    denial: null,
    principal: null,
    principalFrom: null,
    action: null,
    resource: null,
    service: null,
    encodedMessage: null,
    authorizationId: null,
    region: null,
    ...parts,
  };
}
