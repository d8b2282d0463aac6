import { isKnownCode } from '../grammar/codes.ts';
import { requestIdAt } from '../grammar/request-id.ts';
import { matchAt, positionsOf } from '../grammar/search.ts';
import { GAP, type Reading } from '../reading/reading.ts';
import type { Part, Shape } from './shape.ts';

/** Keys under which SDKs, services and loggers keep the code. */
const CODE_KEYS = ['code', '__type', 'type', 'name', '"error"', "'error'"];
const REQUEST_ID_KEYS = ['requestid', 'request-id', 'request_id'];
/** Other ids that end in the same words. */
const OTHER_ID = /(?:extended|x-ms-|x-ms-client-|opc|client|start|end|report|oss-|correlation|parent|"id":)$/;

/**
 * Keys of an error object, however it was printed: JSON, Python, JavaScript, Rust, Swift, logfmt:
 * `"__type":"prefix#CODE"`, `code: 'CODE'`, `Code=CODE`, `Error Code: CODE`, `requestId: '…'`, `x-amzn-requestid: …`.
 */
export const objectFields: Shape = {
  name: 'object-fields',
  *find(reading) {
    for (const key of CODE_KEYS)
      for (const at of positionsOf(reading.lower, key)) yield* codeField(reading, at, key.length);
    for (const key of REQUEST_ID_KEYS) {
      for (const at of positionsOf(reading.lower, key)) yield* requestIdField(reading, at, key.length);
    }
  },
};

function* codeField(reading: Reading, at: number, length: number): Generator<Part> {
  const match = matchAt(
    /["']?[:=]>?(?:Some\()?["']?(?:[\w.]{1,80}#)?([A-Z][\w.]{2,80})(?!\*)/y,
    reading.dense,
    at + length,
  );
  if (match === null) return;
  const code = (match[1] ?? '').replace(/\.\w*$/, (tail) =>
    tail.length > 1 && match[1]?.startsWith('Client') ? tail : '',
  );
  if (!isKnownCode(code) || !/[a-z_]/.test(code) || /handlererror$/.test(reading.lower.slice(Math.max(0, at - 12), at)))
    return;
  yield { shape: 'object-fields', role: 'field', from: at, to: at + length + match[0].length, said: { code } };
}

function* requestIdField(reading: Reading, at: number, length: number): Generator<Part> {
  const label = matchAt(/["']?(?:[:=]>?|>)/y, reading.dense, at + length);
  if (label === null || OTHER_ID.test(reading.lower.slice(Math.max(0, at - 12), at))) return;
  const valueAt = at + length + label[0].length;
  const id = requestIdAt(reading, valueAt);
  if (id === undefined || (reading.gapBefore(valueAt) === GAP.break && !id.requestId.includes('-'))) return;
  yield { shape: 'object-fields', role: 'field', from: at, to: id.to, said: { requestId: id.requestId } };
}
