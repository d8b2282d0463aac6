import type { EvaluatedCase } from '../../model/denial-case.ts';
import { findQuote } from './find-quote.ts';

/**
 * What API Gateway answers where the policy that a Lambda authorizer returned does not allow the call. Where IAM decides, the answer names the
 * caller, the action and the ARN of the method.
 * https://repost.aws/knowledge-center/api-gateway-403-error-lambda-authorizer
 */
export const AUTHORIZER_ANSWER = 'User is not authorized to access this resource';

/** True for the answer of an authorizer. A clause in it is about the policy that the authorizer returned, not about one of IAM. */
export function isAuthorizerAnswer(said: Pick<EvaluatedCase, 'denial' | 'text'>): boolean {
  const { denial } = said;
  if (denial === null || denial.caller !== null || denial.resource !== null) return false;
  return denial.action === 'execute-api:Invoke' && findQuote(said, [AUTHORIZER_ANSWER]) !== undefined;
}
