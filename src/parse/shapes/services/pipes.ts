import { arnAfter } from '../found-values.ts';
import { type PhraseShape, phraseShape } from '../phrases.ts';
import { fields } from '../shape.ts';

/**
 * The log of a pipe of EventBridge, whose role may not call the enrichment or the target:
 * `Target invocation failed with error from SERVICE. Not allowed to invoke ARN.`
 * Which action it is depends on the type of the invocation and on the size of the batch; only functions have a single one.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html
 */
export const pipes: PhraseShape = phraseShape('pipes', [
  {
    begins: 'invocationfailedwitherrorfrom',
    needles: ['Not allowed to invoke'],
    rest: /([A-Z][A-Za-z0-9]{1,40})\.Notallowedtoinvoke/y,
    claim: 'denied',
    says: ([, service], found) =>
      fields({ action: service === 'Lambda' ? 'lambda:InvokeFunction' : null, resource: arnAfter(found) }),
  },
]);
