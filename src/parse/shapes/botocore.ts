import { matchAt, positionsOf } from '../grammar/search.ts';
import type { Shape } from './shape.ts';
import { said } from './shape.ts';

const ANCHOR = 'whencallingthe';

/**
 * AWS CLI and botocore: `An error occurred (CODE) when calling the OP operation (reached max retries: 4): MESSAGE`,
 * and the older `A client error (CODE) occurred when calling …`.
 */
export const botocore: Shape = {
  name: 'botocore',
  *find(reading) {
    for (const at of positionsOf(reading.lower, ANCHOR)) {
      const before = reading.dense.slice(Math.max(0, at - 100), at);
      const code = /\(([\w.:-]{1,80})\)(?:occurred)?$/.exec(before);
      const after = matchAt(
        /([A-Z][A-Za-z0-9*]{1,90}?)operation(?:\(reachedmaxretries:\d{1,3}\))?:?/y,
        reading.dense,
        at + ANCHOR.length,
      );
      if (code === null || after === null) continue;
      const lead = /(?:anerroroccurred|aclienterror)$/i.exec(before.slice(0, code.index));
      yield {
        shape: 'botocore',
        role: 'head',
        from: at - code[0].length - (lead?.[0].length ?? 0),
        to: at + ANCHOR.length + after[0].length,
        said: said({ code: code[1], operation: after[1] }),
      };
    }
  },
};
