import { findClause } from '../../grammar/clause.ts';
import { type PhraseMatch, type PhraseShape, phraseShape } from '../phrases.ts';
import { fields } from '../shape.ts';

/** What API Gateway answers for an authorizer. Where IAM decides, its answer is the usual sentence, with an ARN. */
export const apiGateway: PhraseShape = phraseShape('api-gateway', [
  {
    // API Gateway, about the policy that an authorizer returned. Without a clause it is claimed as the body of an answer only: other systems say so, too.
    // https://repost.aws/knowledge-center/api-gateway-403-error-lambda-authorizer
    begins: 'userisnotauthorizedtoaccessthisresource',
    needles: ['authorized to access this'],
    rest: /(?=withanexplicitdeny|becauseno|\\?["']\})/y,
    when: isAnswerOfGateway,
    claim: 'denied',
    says: (_, { dense, from, to }) =>
      fields({
        action: 'execute-api:Invoke',
        reason: findClause(dense, to, to + 20)?.reason,
        code: /(?<!\d)(403)(?:forbidden)?(?:body|response)?[:=]?\{?["']message["']:["']$/.exec(
          dense.lower.slice(Math.max(0, from - 40), from),
        )?.[1],
      }),
  },
]);

/** API Gateway writes `{"Message":…}`; anything else writes `message`, and then something else must show that it is API Gateway. */
function isAnswerOfGateway({ dense, from, to }: PhraseMatch): boolean {
  if (/^(?:withanexplicitdeny|becauseno)/.test(dense.lower.slice(to, to + 20))) return true;
  const before = dense.text.slice(Math.max(0, from - 600), from);
  if (/\{\\?["']Message\\?["']:\\?["']$/.test(before)) return true;
  const after = dense.lower.slice(to, to + 600);
  return (
    /["']message\\?["']:\\?["']$/.test(before) &&
    /execute-api|apigateway|x-amzn/.test(`${before.toLowerCase()}${after}`)
  );
}
