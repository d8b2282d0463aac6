import { named } from '../grammar/principal.ts';
import { positionsOf } from '../grammar/search.ts';
import { fieldOf, objectsAround } from './objects.ts';
import { fields, type Shape } from './shape.ts';

/** A decoded authorization message. https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html */
export const decodedMessage: Shape = {
  name: 'decoded-authorization-message',
  needles: ['explicitDeny'],
  *find(dense) {
    const keys = [...positionsOf(dense.text, '"explicitDeny":')];
    let end = 0;
    for (const [index, span] of objectsAround(dense, keys).entries()) {
      const at = keys[index] ?? 0;
      const text = dense.text.slice(span.from, span.to);
      if (at < end || !text.includes('"allowed":false') || !text.includes('"context":{')) continue;
      const context = { from: span.from + text.indexOf('"context":{'), to: span.to };
      const explicit = dense.text.startsWith('"explicitDeny":true', at);
      yield {
        shape: 'decoded-authorization-message',
        place: 'record',
        isWhole: true,
        from: span.from,
        to: span.to,
        fields: fields({
          ...named(fieldOf(dense, context, 'arn') ?? ''),
          action: fieldOf(dense, context, 'action'),
          resource: fieldOf(dense, context, 'resource'),
          reason: { layer: null, effect: explicit ? 'explicit' : 'implicit', policyArn: null },
        }),
        claim: 'denied',
      };
      end = span.to;
    }
  },
};
