import { parseArn } from '../model/arn.ts';
import type { GivenFacts, Question } from '../model/question.ts';

/**
 * What the user passed for the denied request, as far as it holds for a related one: another caller has another session, other
 * guardrails and another context; another resource has another policy.
 */
export function relatedGiven(given: GivenFacts, question: Question, asked: Question): GivenFacts {
  const { resourcePolicy, rcp, ...rest } = given;
  const ofResource = {
    ...(resourcePolicy !== undefined && asked.resource === question.resource ? { resourcePolicy } : {}),
    ...(rcp !== undefined && accountOf(asked.resource) === accountOf(question.resource) ? { rcp } : {}),
  };
  if (asked.principal?.type !== 'service') return { ...rest, ...ofResource };
  return { ...ofResource, context: {}, missing: [], assume: given.assume };
}

function accountOf(resource: string | null): string | undefined {
  return resource === null ? undefined : parseArn(resource)?.account;
}
