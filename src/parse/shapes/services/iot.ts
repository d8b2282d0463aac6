import { type PhraseShape, phraseShape } from '../phrases.ts';
import { fields } from '../shape.ts';

/** The logs of AWS IoT Core. https://docs.aws.amazon.com/iot/latest/developerguide/cwl-format.html */
export const iot: PhraseShape = phraseShape('iot', [
  {
    // The first version of AWS IoT's log.
    begins: 'status:authorization_error',
    needles: ['AUTHORIZATION_ERROR'],
    after: /event:[\w-]{2,60}message:/,
    claim: 'denied',
    says: (_, { dense, from }) => {
      const before = dense.text.slice(Math.max(0, from - 500), from);
      return fields({
        code: 'AUTHORIZATION_ERROR',
        operation: /MESSAGE:(Connect|Publish|Subscribe|Receive)/.exec(before)?.[1],
        service: 'iot',
        callerName: /PRINCIPALID:(?:\d{12}\/)?([\w:-]{3,100})/.exec(before)?.[1],
      });
    },
  },
  {
    begins: '"reason":"authorization_failure"',
    needles: ['AUTHORIZATION_FAILURE'],
    claim: 'denied',
    says: (_, { dense, from }) => {
      const before = dense.text.slice(Math.max(0, from - 700), from);
      const operation = /"eventType":"(\w{3,30})"/.exec(before)?.[1];
      const callerName = /"principalId":"([^"]{3,160})"/.exec(before)?.[1];
      return fields({ code: 'AUTHORIZATION_FAILURE', operation, service: 'iot', callerName });
    },
  },
]);
