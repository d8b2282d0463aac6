import { CODE_NEEDLES, isDistinctCode, isKnownCode } from '../grammar/codes.ts';
import { requestIdAt } from '../grammar/request-id.ts';
import { matchAt, positionsOf } from '../grammar/search.ts';
import { isCodeInSource } from '../grammar/source-code.ts';
import { type DenseText, SPACING } from '../text/dense-text.ts';
import { fields, type Part, type Shape } from './shape.ts';

/** Keys of the code in the objects of SDKs, services and loggers. */
const CODE_KEYS = ['code', '__type', 'type', 'name', 'witherror', '"error"', "'error'"];
/** What may be between a key and its value: `Some(` in Rust, `Optional(` in Swift, the type in R, and the prefix of JSON services. */
const LABEL = /["']?[:=]>?\[?(?:(?:Some|Optional)\(|chr(?="))?["'`]?(?:[\w.]{1,80}#)?(?=[A-Z])/y;
/** The length of a key that any API may have: `"error":"Forbidden"` does not mean AWS. */
const ERROR_KEY = '"error"'.length;
const REQUEST_ID_KEYS = ['requestid', 'request-id', 'request_id'];
const TARGET = 'x-amz-target:';
/** Keys of other ids that end in the same words. */
const OTHER_ID = /(?:extended|x-ms-|x-ms-client-|opc|client|start|end|report|oss-|correlation|parent|"id":)$/;

/**
 * Keys of an error object, however it is printed: JSON, Python, JavaScript, Rust, Swift, logfmt:
 * `"__type":"prefix#CODE"`, `code: 'CODE'`, `Code=CODE`, `Error Code: CODE`, `requestId: '…'`, `x-amzn-requestid: …`.
 */
export const objectFields: Shape = {
  name: 'object-fields',
  needles: CODE_NEEDLES,
  *find(dense) {
    for (const key of CODE_KEYS)
      for (const at of positionsOf(dense.lower, key)) yield* codeField(dense, at, key.length);
    for (const from of positionsOf(dense.lower, TARGET)) yield* target(dense, from);
    for (const key of REQUEST_ID_KEYS) {
      for (const at of positionsOf(dense.lower, key)) yield* requestIdField(dense, at, key.length);
    }
  },
};

/** The header that names the operation of a JSON service: `X-Amz-Target: DynamoDB_20120810.GetItem`. */
function* target(dense: DenseText, from: number): Generator<Part> {
  const at = from + TARGET.length;
  const to = dense.nextSpacing(at + 1);
  const operation = /^\w{3,60}\.([A-Z][A-Za-z]{2,80})$/.exec(dense.text.slice(at, Math.min(to, at + 160)))?.[1];
  if (operation !== undefined)
    yield { shape: 'object-fields', place: 'field', from, to, fields: fields({ operation }) };
}

function* codeField(dense: DenseText, at: number, length: number): Generator<Part> {
  const label = matchAt(LABEL, dense.text, at + length);
  if (label === null || /handlererror$/.test(dense.lower.slice(Math.max(0, at - 12), at))) return;
  if (/\[["']$/.test(label[0]) && dense.text.endsWith('error', at)) return;
  const from = at + length + label[0].length;
  // A code ends with its line, unless the line was wrapped inside it.
  const end = dense.nextSpacing(from + 1);
  const wrapped = dense.spacingBefore(end) === SPACING.break ? dense.nextSpacing(end + 1) : end;
  const code = codeAt(dense, from, end) ?? codeAt(dense, from, wrapped);
  if (code === undefined || (length === ERROR_KEY && !isDistinctCode(code))) return;
  if (isCodeInSource(dense, at, from + code.length)) return;
  // With blanks, `name = "AccessDenied"` is source code or a query.
  const isAssigned = /=/.test(label[0]) && dense.spacingBefore(at + length) === SPACING.blank;
  const fields = isAssigned || isEverybodysKey(dense, at, length) ? { bareCode: code } : { code };
  yield { shape: 'object-fields', place: 'field', from: at, to: from + code.length, fields };
}

/**
 * True for keys that may be about anything (`name`, `MetricName`), as opposed to `errorType`, `__type` and `exceptionName`, and for the header
 * `x-amzn-errortype`: services send the code of a denial with refused signatures too.
 */
function isEverybodysKey(dense: DenseText, at: number, length: number): boolean {
  if (!/^(?:type|name)$/.test(dense.lower.slice(at, at + length))) return false;
  if (dense.lower.endsWith('x-amzn-error', at)) return true;
  return !/(?:err|error|exception|fault|_)_?$/.test(dense.lower.slice(Math.max(0, at - 12), at));
}

function codeAt(dense: DenseText, from: number, end: number): string | undefined {
  const match = matchAt(/[A-Z][\w.]{2,80}(?!\*)/y, dense.text.slice(0, Math.min(end, from + 90)), from);
  const code = match?.[0].replace(/\.\w*$/, (tail) => (tail.length > 1 && match[0].startsWith('Client') ? tail : ''));
  return code !== undefined && isKnownCode(code) && /[a-z_]/.test(code) ? code : undefined;
}

function* requestIdField(dense: DenseText, at: number, length: number): Generator<Part> {
  const label = matchAt(/["']?(?:[:=]>?|>)/y, dense.text, at + length);
  if (label === null || OTHER_ID.test(dense.lower.slice(Math.max(0, at - 12), at))) return;
  const isClosingTag = label[0] === '>' && dense.text[at - 1] === '/';
  if (isClosingTag || isInvocation(dense, at)) return;
  const valueAt = at + length + label[0].length;
  const id = requestIdAt(dense, valueAt);
  if (id === undefined || (dense.spacingBefore(valueAt) === SPACING.break && !id.requestId.includes('-'))) return;
  yield { shape: 'object-fields', place: 'field', from: at, to: id.to, fields: { requestId: id.requestId } };
}

/** True for the id of a function's invocation: `… from custom resource. Message returned: … (RequestId: ID)`. */
function isInvocation(dense: DenseText, at: number): boolean {
  if (dense.text[at - 1] !== '(') return false;
  return dense.lower.slice(Math.max(0, at - 1_500), at).includes('fromcustomresource.messagereturned:');
}
