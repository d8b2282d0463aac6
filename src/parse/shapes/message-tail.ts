import { matchAt } from '../grammar/search.ts';
import { type DenseText, SPACING } from '../text/dense-text.ts';
import { fields, type StatedFields } from './shape.ts';

/** What may follow a sentence: an encoded message, an authorization id, or the point where the text was cut off. */
export interface MessageTail {
  readonly to: number;
  readonly fields: StatedFields;
  readonly cutOff: boolean;
}

const ENCODED = 'encodedauthorizationfailuremessage';
const ENCODED_NEXT = /^[."'*`\])]{0,6}encodedauthorizationfailuremessage/;
const AUTHORIZATION_ID = 'authorizationid:';
const LONGEST_MESSAGE = 20_000;
/** A run of this many characters is not a word. */
const LINE = 24;

/** Reads the tail of the sentence that ends at `from`. It must begin before `limit`. */
export function messageTail(dense: DenseText, from: number, limit: number): MessageTail {
  const stretch = dense.lower.slice(from, Math.min(limit, from + 700));
  const encodedAt = stretch.search(ENCODED_NEXT);
  const blob = encodedAt < 0 ? undefined : encodedMessageAt(dense, from + stretch.indexOf(ENCODED) + ENCODED.length);
  const idAt =
    /^[."'*`]{0,4}goto/.test(stretch) || /^[."'*`]{0,4}(?:for|usethe)/.test(stretch)
      ? stretch.indexOf(AUTHORIZATION_ID)
      : -1;
  const idFrom = from + idAt + AUTHORIZATION_ID.length;
  const id =
    idAt < 0 ? undefined : matchAt(/[\w-]{8,256}/y, dense.text.slice(0, dense.nextSpacing(idFrom + 1)), idFrom)?.[0];
  const to = Math.max(blob?.to ?? from, id === undefined ? from : idFrom + id.length);
  return {
    to,
    fields: fields({ encodedMessage: blob?.encodedMessage, authorizationId: id }),
    cutOff: isCutOff(dense, to),
  };
}

/**
 * Reads an encoded message, with its lines joined if it was wrapped. Undefined if there is a placeholder instead.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
 */
export function encodedMessageAt(dense: DenseText, at: number): { encodedMessage: string | undefined; to: number } {
  const from = at + (matchAt(/:?["'`]?/y, dense.text, at)?.[0].length ?? 0);
  let to = from + blobLength(dense, from);
  // If the message begins on the next line, it must be a long run: otherwise that line is something else.
  if (dense.spacingBefore(from) >= SPACING.break && to - from < LINE) return { encodedMessage: undefined, to: at };
  while (to > from && to - from < LONGEST_MESSAGE && dense.spacingBefore(to) === SPACING.break) {
    const length = blobLength(dense, to);
    const whole = dense.spacingBefore(to + length) >= SPACING.break || !/[\w-]/.test(dense.text[to + length] ?? '');
    if (length === 0 || !whole || !looksEncoded(dense, from, to, length)) break;
    to += length;
  }
  const blob = dense.text.slice(from, to);
  return { encodedMessage: /(?=[\w-]{0,3}[A-Za-z0-9])[\w-]{4}/.test(blob) ? blob : undefined, to };
}

function blobLength(dense: DenseText, from: number): number {
  const end = Math.min(dense.nextSpacing(from + 1), from + LONGEST_MESSAGE);
  return /^[\w-]*/.exec(dense.text.slice(from, end))?.[0].length ?? 0;
}

/** True for one more line of an encoded message: a long run of its alphabet, or the shorter last one. */
function looksEncoded(dense: DenseText, from: number, to: number, length: number): boolean {
  const piece = dense.text.slice(to, to + length);
  if (length >= LINE) return true;
  return to - from >= 40 && length > 1 && (/\d|_/.test(piece) || (/[a-z]/.test(piece) && /[A-Z]/.test(piece.slice(1))));
}

/** True before `...` or `(truncated...)`. */
function isCutOff(dense: DenseText, at: number): boolean {
  return /^["'`]{0,2}(?:\(truncated|\.{2,}|…|\[truncated)/.test(dense.lower.slice(at, at + 14));
}
