import { actionAt } from '../../grammar/action.ts';
import { ACCESS_DENIED, isKnownCode } from '../../grammar/codes.ts';
import { matchAt, positionsOf } from '../../grammar/search.ts';
import { type DenseText, SPACING } from '../../text/dense-text.ts';
import { fields, type Part, type Shape } from '../shape.ts';

/**
 * CloudFormation's reasons: `API: svc:Op User: …`, `API: svc:Op Access Denied`, a handler's own message, and the tail
 * `(RequestToken: T, HandlerErrorCode: H)`, whose code is CloudFormation's own.
 */
export const cloudFormation: Shape = {
  name: 'cloudformation',
  needles: [
    'CREATE_FAILED',
    'UPDATE_FAILED',
    'DELETE_FAILED',
    'User: arn:',
    'You are not authorized',
    'authorized to perform',
    ...ACCESS_DENIED,
  ],
  *find(dense) {
    for (const from of positionsOf(dense.lower, 'api:')) {
      const stated = actionAt(dense, from + 'api:'.length);
      if (stated === undefined) continue;
      const refused = matchAt(/(?:accessdenied|youarenotauthorized|user:)/y, dense.lower, stated.to);
      if (refused === null) continue;
      const part = { shape: 'cfn-api', place: 'head', from, to: stated.to, fields: { action: stated.action } } as const;
      yield { ...part, claim: 'denied' };
    }
    for (const from of positionsOf(dense.lower, 'handlererrorcode:')) {
      const at = from + 'handlererrorcode:'.length;
      const code = handlerCode(dense, at);
      if (code === undefined) continue;
      yield { shape: 'cfn-handler', place: 'tail', from, to: at + code.length, fields: { wrapperCode: code } };
    }
    yield* handlerMessages(dense);
  },
};

/** The code up to its closing bracket, even over a line break. Reasons of events are cut off at their end, and half a code is none. */
function handlerCode(dense: DenseText, at: number): string | undefined {
  const code = matchAt(/[A-Z][A-Za-z]{2,60}/y, dense.text, at)?.[0] ?? '';
  const isClosed = /[)\]"'`,]/.test(dense.text[at + code.length] ?? '');
  if (isClosed && dense.nextSpacing(at + 1, SPACING.paragraph, at + code.length) === at + code.length) return code;
  const line = dense.text.slice(at, Math.min(dense.nextSpacing(at + 1), at + code.length));
  return isKnownCode(line) ? line : undefined;
}

const DENIED = 'accessdeniedforoperation';

/** `Resource handler returned message: "Access denied for operation 'CreateIndex'. …`, or with the type of the resource instead of the operation. */
function* handlerMessages(dense: DenseText): Generator<Part> {
  for (const from of positionsOf(dense.lower, DENIED)) {
    const match = matchAt(
      /["'](?:AWS::\w{2,40}::\w{2,60}|([A-Z][A-Za-z]{2,80}))["']/y,
      dense.text,
      from + DENIED.length,
    );
    const isHandler = /resourcehandlerreturnedmessage:["']{0,2}$/.test(dense.lower.slice(Math.max(0, from - 40), from));
    if (match === null || !isHandler) continue;
    const to = from + DENIED.length + match[0].length;
    yield {
      shape: 'cfn-handler',
      place: 'message',
      from,
      to,
      fields: fields({ operation: match[1] }),
      claim: 'denied',
    };
  }
}
