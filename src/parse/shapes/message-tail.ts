import { matchAt } from '../grammar/search.ts';
import { type Reading, SPACING } from '../text/dense-text.ts';
import { type Said, said } from './shape.ts';

/** What may follow a sentence: an encoded message, an authorization id, or the place where the text was cut off. */
export interface MessageTail {
  readonly to: number;
  readonly said: Said;
  readonly cutOff: boolean;
}

const ENCODED = 'encodedauthorizationfailuremessage';
const ENCODED_NEXT = /^[."'*`\])]{0,6}encodedauthorizationfailuremessage/;
const AUTHORIZATION_ID = 'authorizationid:';
const LONGEST_MESSAGE = 20_000;
/** So many characters in a row are no word. */
const LINE = 24;

/** Reads the tail of the sentence that ends at `from`; it begins before `limit`. */
export function messageTail(reading: Reading, from: number, limit: number): MessageTail {
  const stretch = reading.lower.slice(from, Math.min(limit, from + 700));
  const encodedAt = stretch.search(ENCODED_NEXT);
  const blob = encodedAt < 0 ? undefined : encodedMessageAt(reading, from + stretch.indexOf(ENCODED) + ENCODED.length);
  const idAt =
    /^[."'*`]{0,4}goto/.test(stretch) || /^[."'*`]{0,4}(?:for|usethe)/.test(stretch)
      ? stretch.indexOf(AUTHORIZATION_ID)
      : -1;
  const idFrom = from + idAt + AUTHORIZATION_ID.length;
  const id =
    idAt < 0
      ? undefined
      : matchAt(/[\w-]{8,256}/y, reading.dense.slice(0, reading.nextSpacing(idFrom + 1)), idFrom)?.[0];
  const to = Math.max(blob?.to ?? from, id === undefined ? from : idFrom + id.length);
  return {
    to,
    said: said({ encodedMessage: blob?.encodedMessage, authorizationId: id }),
    cutOff: isCutOff(reading, to),
  };
}

/**
 * Reads an encoded message, put together again where lines were wrapped in it; nothing where a placeholder stands.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
 */
export function encodedMessageAt(reading: Reading, at: number): { encodedMessage: string | undefined; to: number } {
  const from = at + (matchAt(/:?["'`]?/y, reading.dense, at)?.[0].length ?? 0);
  let to = from + blobLength(reading, from);
  // The next line is something else, unless it is a long run.
  if (reading.spacingBefore(from) >= SPACING.break && to - from < LINE) return { encodedMessage: undefined, to: at };
  while (to > from && to - from < LONGEST_MESSAGE && reading.spacingBefore(to) === SPACING.break) {
    const length = blobLength(reading, to);
    const whole =
      reading.spacingBefore(to + length) >= SPACING.break || !/[\w-]/.test(reading.dense[to + length] ?? '');
    if (length === 0 || !whole || !looksEncoded(reading, from, to, length)) break;
    to += length;
  }
  const blob = reading.dense.slice(from, to);
  return { encodedMessage: /(?=[\w-]{0,3}[A-Za-z0-9])[\w-]{4}/.test(blob) ? blob : undefined, to };
}

function blobLength(reading: Reading, from: number): number {
  const end = Math.min(reading.nextSpacing(from + 1), from + LONGEST_MESSAGE);
  return /^[\w-]*/.exec(reading.dense.slice(from, end))?.[0].length ?? 0;
}

/** A further line of an encoded message is one long run of its alphabet, or its rest. */
function looksEncoded(reading: Reading, from: number, to: number, length: number): boolean {
  const piece = reading.dense.slice(to, to + length);
  if (length >= LINE) return true;
  return to - from >= 40 && length > 1 && (/\d|_/.test(piece) || (/[a-z]/.test(piece) && /[A-Z]/.test(piece.slice(1))));
}

/** `...`, `(truncated...)`, or nothing at all behind the message. */
function isCutOff(reading: Reading, at: number): boolean {
  return /^["'`]{0,2}(?:\(truncated|\.{2,}|…|\[truncated)/.test(reading.lower.slice(at, at + 14));
}
