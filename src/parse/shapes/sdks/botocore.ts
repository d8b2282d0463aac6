import { CODE_NEEDLES, isKnownCode } from '../../grammar/codes.ts';
import { matchAt, positionsOf } from '../../grammar/search.ts';
import type { DenseText } from '../../text/dense-text.ts';
import { fields, type Part, type Shape } from '../shape.ts';

const ANCHOR = 'callingthe';

const OCCURRED = 'anerroroccurred(';

/**
 * AWS CLI and botocore: `An error occurred (CODE) when calling the OP operation (reached max retries: 4): MESSAGE`,
 * and the older `A client error (CODE) occurred when calling …`. People often leave out everything between the code and the message.
 */
export const botocore: Shape = {
  name: 'botocore',
  needles: CODE_NEEDLES,
  *find(dense) {
    for (const at of positionsOf(dense.lower, ANCHOR)) {
      const before = dense.text.slice(Math.max(0, at - 100), at);
      const code = /\(([\w.:-]{1,80})\)(?:occurred)?when$/.exec(before);
      const after = matchAt(
        /([A-Z][A-Za-z0-9*]{1,90}?)operation(?:\(reachedmaxretries:\d{1,3}\))?:?/y,
        dense.text,
        at + ANCHOR.length,
      );
      if (after === null) continue;
      const to = at + ANCHOR.length + after[0].length;
      if (code === null) {
        // The text was cut off before the code.
        if (dense.lower.startsWith('user:', to))
          yield { shape: 'botocore', place: 'head', from: at, to, fields: fields({ operation: after[1] }) };
        continue;
      }
      const lead = /(?:anerroroccurred|aclienterror)$/i.exec(before.slice(0, code.index));
      yield {
        shape: 'botocore',
        place: 'head',
        from: at - code[0].length - (lead?.[0].length ?? 0),
        to,
        fields: fields({ code: code[1], operation: after[1] }),
      };
    }
    yield* shortened(dense);
  },
};

/** `An error occurred (CODE): …`, `An error occurred (CODE) … is not authorized …`. Without an operation the code may be from other software. */
function* shortened(dense: DenseText): Generator<Part> {
  for (const from of positionsOf(dense.lower, OCCURRED)) {
    const match = matchAt(/\(([A-Z][\w.]{2,80})\)(?!whencallingthe)/y, dense.text, from + OCCURRED.length - 1);
    if (match === null || !isKnownCode(match[1] ?? '')) continue;
    const to = from + OCCURRED.length - 1 + match[0].length;
    yield { shape: 'botocore', place: 'head', from, to, fields: fields({ bareCode: match[1] }) };
  }
}
