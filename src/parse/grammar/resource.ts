import { type DenseText, SPACING } from '../text/dense-text.ts';
import { matchAt } from './search.ts';
import { trimValue, valueEnd } from './value.ts';

/** The resource as written, an ARN or not; null if the text states none. */
export interface StatedResource {
  readonly resource: string | null;
  readonly to: number;
}

/** Types that IAM writes before a name: `role X`. */
const TYPED = /^(?:role|user|group|policy|instanceprofile|mfa|server-certificate|saml-provider|oidc-provider)$/;

const CLASS = /[A-Z][A-Za-z]{2,60}?(?:Error|Exception)/y;

/** Reads the resource at `from`. It ends where the clause begins; without a clause its own form shows where. */
export function resourceAt(dense: DenseText, from: number, clauseAt: number | undefined): StatedResource {
  const to = clauseAt ?? end(dense, from);
  const resource = withoutClass(dense, trimValue(text(dense, from, to)), to);
  const isMissing = /^[.…]*$|^[([]truncated|^\(?code$/.test(resource) || isCutBegin(dense, resource, to);
  return { resource: isMissing ? null : resource, to: isMissing && clauseAt === undefined ? from : to };
}

/** True for the first letters of an ARN, where the text or its line ends. */
function isCutBegin(dense: DenseText, resource: string, to: number): boolean {
  return /^(?:a|ar|arn)$/.test(resource) && dense.spacingBefore(to) >= SPACING.break;
}

/** Lambda's log has the class of the error after the message: `… on resource: arn:…:function:f: ClientError`. */
function withoutClass(dense: DenseText, value: string, to: number): string {
  const isFollowed = dense.spacingBefore(to) === SPACING.blank && matchAt(CLASS, dense.text, to) !== null;
  return isFollowed ? value.replace(/:$/, '') : value;
}

/** The value without the line breaks in it; only a line break after a type is a blank. */
function text(dense: DenseText, from: number, to: number): string {
  const word = dense.nextSpacing(from + 1, SPACING.blank, to);
  if (word < to && TYPED.test(dense.text.slice(from, word)))
    return `${dense.text.slice(from, word)} ${dense.written(word, to)}`;
  const isSpaced = [...spacingKinds(dense, from, to)].includes(SPACING.blank);
  return dense.written(from, to, isSpaced ? ' ' : '');
}

function end(dense: DenseText, from: number): number {
  const quote = dense.text[from];
  if (quote === '"' || quote === "'" || quote === '`') {
    // SES closes a backtick with an apostrophe.
    const close = dense.text.slice(from + 1, from + 1_200).search(quote === '`' ? /[`']/ : quote);
    if (close > 0 && dense.nextSpacing(from + 1, SPACING.paragraph, from + close + 1) > from + close)
      return from + close + 2;
  }
  if (dense.text.startsWith('**', from)) {
    const close = dense.text.slice(from + 2, from + 1_200).indexOf('**');
    if (close > 0 && dense.nextSpacing(from + 1, SPACING.break, from + close + 2) > from + close)
      return from + close + 4;
  }
  let to = valueEnd(dense, from);
  if (dense.text.slice(from, to) === 'instance' && matchAt(/profile/y, dense.text, to)) to = valueEnd(dense, to);
  if (dense.spacingBefore(to) !== SPACING.paragraph && TYPED.test(dense.text.slice(from, to))) to = valueEnd(dense, to);
  return dense.spacingBefore(to) === SPACING.blank && typeWithBlank(dense, from, to) ? valueEnd(dense, to) : to;
}

/** True for an ARN whose type has a blank, which the slash after it shows: `arn:aws:firehose:…:delivery streams/NAME`. */
function typeWithBlank(dense: DenseText, from: number, to: number): boolean {
  if (!/^arn:(?:[^:]*:){4}[a-z]+$/.test(dense.text.slice(from, to))) return false;
  return matchAt(/[a-z]{1,30}\/[\w-]/y, dense.text, to) !== null;
}

function* spacingKinds(dense: DenseText, from: number, to: number): Generator<number> {
  for (let at = from + 1; at < to; at += 1) yield dense.spacingBefore(at);
}
