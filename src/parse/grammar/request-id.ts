import { type DenseText, SPACING } from '../text/dense-text.ts';
import { matchAt } from './search.ts';
import { trimValue } from './value.ts';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f-])/iy;

/** What languages print before a string: quotes, `Optional(` in Swift, `Some(` in Rust, the type in R. */
const LEAD = /(?:(?:Optional|Some)\(|chr(?="))?["'`]{0,2}/y;
/** Values that are not an id: nothing, dots instead of an id, or a program's own numbering of its requests. */
const NO_ID = /^(?:null|none|undefined|nil|status|n\/a|[.…]*|\d{1,4})$/i;

/** Reads the request id at `at`, also a masked one (`XXXXXXX`, `<redacted>`, `[REDACTED]`); `to` is its end. Undefined if there is none. */
export function requestIdAt(dense: DenseText, at: number): { requestId: string; to: number } | undefined {
  const from = at + (matchAt(LEAD, dense.text, at)?.[0].length ?? 0);
  const uuid = matchAt(UUID, dense.text, from);
  if (uuid) return { requestId: uuid[0], to: from + uuid[0].length };
  const placeholder = matchAt(/<[\w-]{1,40}>|\[[A-Z][A-Z_-]{2,40}\]/y, dense.text, from);
  if (placeholder && dense.spacingBefore(at) < SPACING.break) {
    const to = from + placeholder[0].length;
    return { requestId: dense.written(from, to), to };
  }
  if (dense.spacingBefore(at) >= SPACING.break && !isWrapped(dense, at)) return undefined;
  if (from > at && dense.spacingBefore(from) !== SPACING.none) return undefined;
  let end = dense.nextSpacing(from + 1);
  if (dense.spacingBefore(end) === SPACING.break && dense.brokenByForce(end)) end = dense.nextSpacing(end + 1);
  end = Math.min(end, from + 128);
  const match = /^[\w.+/=*-]{1,128}/.exec(dense.text.slice(from, end));
  const requestId = trimValue(match?.[0] ?? '');
  if (/^(?:\(truncated|\.\.\.)/.test(dense.text.slice(from + requestId.length, from + requestId.length + 11)))
    return undefined;
  if (NO_ID.test(requestId)) return undefined;
  return { requestId, to: from + requestId.length };
}

/** After a line break, a word is the id only if the sentence goes on right after it: `Request ID:⏎ID; S3 Extended Request ID: …`. */
function isWrapped(dense: DenseText, at: number): boolean {
  const word = dense.text.slice(at, dense.nextSpacing(at + 1));
  return dense.spacingBefore(at) === SPACING.break && /^[\w-]{2,128}[;,)]/.test(word);
}
