import { principalsByName } from '../../reference/services/service-names.ts';
import { type DenseText, SPACING } from '../text/dense-text.ts';
import { trimValue } from './value.ts';

/** Who was denied: an ARN (`caller`), another name (`callerName`), or neither if the text names no one. */
export interface StatedPrincipal {
  /** Where the name begins, "User:" included. */
  readonly from: number;
  readonly caller: string | null;
  readonly callerName: string | null;
}

const LONGEST = 420;
const LABELS = ['user:', 'principal:', 'ユーザー:'];
/** Words before "is not authorized" that are not a name. */
const NOT_A_NAME: ReadonlySet<string> = new Set([
  ...['user', 'role', 'principal', 'identity'].flatMap((word) => [word, `iam${word}`]),
  ...'account caller it you which that and this the or function operation'.split(' '),
]);

/** Reads the principal before `end`, where "is not authorized" begins. */
export function principalBefore(dense: DenseText, end: number): StatedPrincipal {
  const earliest = Math.max(0, end - LONGEST);
  const before = dense.lower.slice(earliest, end);
  for (const label of LABELS) {
    const at = before.lastIndexOf(label);
    if (at < 0) continue;
    const from = earliest + at + label.length;
    if (dense.nextSpacing(from + 1, SPACING.paragraph, end) < end || blanks(dense, from, end) > 4) continue;
    return { from: earliest + at, ...named(dense.written(from, end)) };
  }
  // What is before an empty line does not belong to the sentence.
  if (dense.spacingBefore(end) === SPACING.paragraph) return { from: end, caller: null, callerName: null };
  const from = wordStart(dense, end);
  const principal = named(dense.written(from, end));
  return { from: principal.caller === null && principal.callerName === null ? end : from, ...principal };
}

/** True for a placeholder in code that searches for the sentence or formats it: `User: .* is not authorized`, `User: %s …`. */
export function isPattern(principal: string): boolean {
  return /:["']?(?:\.[*+]\??|%[a-z]|\([^()]{0,60}[*+]\??\))$/.test(principal);
}

/** A name as a field: a whole or masked ARN is the caller, anything else (an ARN that is cut off, too) is its name. Neither for what is no name, such as `(.*)` in code. */
export function named(text: string): { caller: string | null; callerName: string | null } {
  const name = trimValue(text);
  const word = name.replace(/(?<=\w)(?:\.{2,}|…)$/, '').toLowerCase();
  // A name that ends with a colon is a code: `AccessDenied: is not authorized …`.
  if (
    /^[/|^$\\]+$/.test(name) ||
    NOT_A_NAME.has(word) ||
    /^\.*$/.test(word) ||
    name.endsWith(':') ||
    (!name.startsWith('arn:') && /[()]/.test(name))
  )
    return { caller: null, callerName: null };
  if (!name.startsWith('arn:') || !balanced(name)) return { caller: null, callerName: name };
  return { caller: name, callerName: null };
}

/** What stands between the keys of compact JSON and the sentence. */
const KEY = /["'][:=]["']/g;

/** Where the last word before `end` begins. An ARN counts as one word even if lines were wrapped in it. */
function wordStart(dense: DenseText, end: number): number {
  let at = end - 1;
  while (at > 0 && end - at < LONGEST && dense.spacingBefore(at) === SPACING.none) at -= 1;
  const arn = dense.lower.slice(Math.max(0, end - LONGEST), end).lastIndexOf('arn:');
  const own = serviceStart(dense, afterKey(dense, Math.max(at, 0), end), end);
  if (arn < 0) return own;
  const from = Math.max(0, end - LONGEST) + arn;
  // The line before may end with the resource of another sentence.
  const isResource = dense.lower.slice(Math.max(0, from - 10), from).includes('resource:');
  return from < at && !isResource && blanks(dense, from, end) === 0 ? from : own;
}

/** Where the value begins that the word ends with, if keys of an object are glued to it: `"code":"AccessDenied","message":"User`. */
function afterKey(dense: DenseText, from: number, end: number): number {
  const last = [...dense.text.slice(from, end).matchAll(KEY)].at(-1);
  return last === undefined ? from : from + last.index + last[0].length;
}

/** Where the name of a service begins whose last word begins at `from`: "CloudWatch Alarms". */
function serviceStart(dense: DenseText, from: number, end: number): number {
  if (dense.spacingBefore(from) !== SPACING.blank || !/^[A-Z]/.test(dense.text.slice(from, end))) return from;
  let at = from - 1;
  while (at > 0 && from - at < 40 && dense.spacingBefore(at) === SPACING.none) at -= 1;
  const start = at + (/^["'(]*/.exec(dense.text.slice(at, from))?.[0].length ?? 0);
  return principalsByName(dense.written(start, end, ' ')).length > 0 ? start : from;
}

function blanks(dense: DenseText, from: number, to: number): number {
  let number = 0;
  for (let at = from + 1; at < to; at += 1) {
    const spacing = dense.spacingBefore(at);
    if (spacing === SPACING.blank) number += 1;
    if (spacing === SPACING.paragraph) return Number.POSITIVE_INFINITY;
  }
  return number;
}

function balanced(text: string): boolean {
  return ['<>', '{}', '[]'].every(([open = '', close = '']) => text.split(open).length === text.split(close).length);
}
