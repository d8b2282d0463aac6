import { type Reading, SPACING } from '../text/dense-text.ts';
import { matchAt } from './search.ts';
import { trimValue, valueEnd } from './value.ts';

/** The resource as written, an ARN or not; null where the text states none. */
export interface StatedResource {
  readonly resource: string | null;
  readonly to: number;
}

/** IAM names some resources by type and name: `role X`. */
const TYPED = /^(?:role|user|group|policy|instanceprofile|mfa|server-certificate|saml-provider|oidc-provider)$/;

const CLASS = /[A-Z][A-Za-z]{2,60}?(?:Error|Exception)/y;

/** Reads a resource that begins at `from` and ends where the clause begins, or, without a clause, by itself. */
export function resourceAt(reading: Reading, from: number, clauseAt: number | undefined): StatedResource {
  const to = clauseAt ?? end(reading, from);
  const resource = withoutClass(reading, trimValue(text(reading, from, to)), to);
  const isMissing = /^[.…]*$|^[([]truncated|^\(?code$/.test(resource);
  return { resource: isMissing ? null : resource, to: isMissing && clauseAt === undefined ? from : to };
}

/** Lambda's log puts the error's class behind its message: `… on resource: arn:…:function:f: ClientError`. */
function withoutClass(reading: Reading, value: string, to: number): string {
  const isFollowed = reading.spacingBefore(to) === SPACING.blank && matchAt(CLASS, reading.dense, to) !== null;
  return isFollowed ? value.replace(/:$/, '') : value;
}

/** The value without the line breaks in it; only the one behind a type stands for a blank. */
function text(reading: Reading, from: number, to: number): string {
  const word = reading.nextSpacing(from + 1, SPACING.blank, to);
  if (word < to && TYPED.test(reading.dense.slice(from, word)))
    return `${reading.dense.slice(from, word)} ${reading.written(word, to)}`;
  const isSpaced = [...spacingKinds(reading, from, to)].includes(SPACING.blank);
  return reading.written(from, to, isSpaced ? ' ' : '');
}

function end(reading: Reading, from: number): number {
  const quote = reading.dense[from];
  if (quote === '"' || quote === "'" || quote === '`') {
    const close = reading.dense.slice(from + 1, from + 1_200).indexOf(quote);
    if (close > 0 && reading.nextSpacing(from + 1, SPACING.paragraph, from + close + 1) > from + close)
      return from + close + 2;
  }
  if (reading.dense.startsWith('**', from)) {
    const close = reading.dense.slice(from + 2, from + 1_200).indexOf('**');
    if (close > 0 && reading.nextSpacing(from + 1, SPACING.break, from + close + 2) > from + close)
      return from + close + 4;
  }
  let to = valueEnd(reading, from);
  if (reading.dense.slice(from, to) === 'instance' && matchAt(/profile/y, reading.dense, to))
    to = valueEnd(reading, to);
  if (reading.spacingBefore(to) !== SPACING.paragraph && TYPED.test(reading.dense.slice(from, to)))
    to = valueEnd(reading, to);
  return reading.spacingBefore(to) === SPACING.blank && typeWithBlank(reading, from, to) ? valueEnd(reading, to) : to;
}

/** `arn:aws:firehose:…:delivery streams/NAME`: the type has a blank in it, and the slash after it shows so. */
function typeWithBlank(reading: Reading, from: number, to: number): boolean {
  if (!/^arn:(?:[^:]*:){4}[a-z]+$/.test(reading.dense.slice(from, to))) return false;
  return matchAt(/[a-z]{1,30}\/[\w-]/y, reading.dense, to) !== null;
}

function* spacingKinds(reading: Reading, from: number, to: number): Generator<number> {
  for (let at = from + 1; at < to; at += 1) yield reading.spacingBefore(at);
}
