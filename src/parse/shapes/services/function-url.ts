import { type PhraseMatch, type PhraseShape, phraseShape } from '../phrases.ts';
import { fields } from '../shape.ts';

/** The answer of a Lambda function URL that refuses a call. https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html */
export const functionUrl: PhraseShape = phraseShape('function-url', [
  {
    // What a function URL answers, to any caller: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
    begins: 'fortroubleshootingfunctionurlauthorizationissues',
    needles: ['Function URL authorization'],
    claim: 'denied',
    says: (_, found) => ({ action: 'lambda:InvokeFunctionUrl', ...fields({ region: urlRegion(found) }) }),
  },
]);

/** The region in the address of a function URL, which stands before or after the answer. */
function urlRegion({ dense, from, to }: PhraseMatch): string | undefined {
  return /lambda-url\.([a-z]{2}(?:-[a-z]{2,12}){1,3}-\d)\.on\.aws/.exec(
    dense.lower.slice(Math.max(0, from - 1_500), to + 1_500),
  )?.[1];
}
