import type { Question } from '../model/question.ts';
import { principalCandidates } from '../reference/service-principals.ts';
import { servicePrincipal } from './ask-question.ts';

/**
 * The service that cannot assume the role, where its name alone does not tell but the words around it do: ECS is two principals, and
 * says which of its roles it means.
 */
export function withServiceCaller(question: Question, text: string): Question {
  const service = question.denial?.passedToService ?? null;
  if (question.principal !== null || question.denial?.kind !== 'service-cannot-assume' || service === null)
    return question;
  const [candidate, ...others] = principalCandidates(service, text);
  if (candidate === undefined || others.length > 0) return question;
  return { ...question, principal: servicePrincipal(candidate.host), principalFrom: 'text' };
}
