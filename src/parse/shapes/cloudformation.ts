import { actionAt } from '../grammar/action.ts';
import { matchAt, positionsOf } from '../grammar/search.ts';
import type { Shape } from './shape.ts';

/**
 * CloudFormation's reasons: `API: svc:Op User: …`, `API: svc:Op Access Denied`, and the tail
 * `(RequestToken: T, HandlerErrorCode: H)`, whose code is CloudFormation's own.
 */
export const cloudFormation: Shape = {
  name: 'cloudformation',
  *find(reading) {
    for (const from of positionsOf(reading.lower, 'api:')) {
      const stated = actionAt(reading, from + 'api:'.length);
      if (stated === undefined) continue;
      const refused = matchAt(/(?:accessdenied|youarenotauthorized|user:)/y, reading.lower, stated.to);
      if (refused === null) continue;
      const part = { shape: 'cfn-api', role: 'head', from, to: stated.to, said: { action: stated.action } } as const;
      yield { ...part, claim: 'denied' };
    }
    for (const from of positionsOf(reading.lower, 'handlererrorcode:')) {
      const code = matchAt(/handlererrorcode:([A-Z][A-Za-z]{2,60})/iy, reading.dense, from);
      if (code?.[1] === undefined) continue;
      yield { shape: 'cfn-handler', role: 'tail', from, to: from + code[0].length, said: { wrapperCode: code[1] } };
    }
  },
};
