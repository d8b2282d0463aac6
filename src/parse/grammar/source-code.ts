import type { DenseText } from '../text/dense-text.ts';
import { matchAt } from './search.ts';

/** How far before a code the assertion begins that it is an argument of. */
const REACH = 300;

/**
 * True for a code in Rust's source: a literal that is made a string, `Some("AccessDenied".to_string())`, or an argument of an assertion,
 * `assert_eq!(decode(Some("AccessDenied: …")), …)`. Output of a program has neither.
 */
export function isRustSource(dense: DenseText, from: number, to: number): boolean {
  if (matchAt(/"\.(?:to_(?:string|owned)|into)\(\)/y, dense.text, to) !== null) return true;
  const before = dense.text.slice(Math.max(0, from - REACH), from);
  const opened = /^.*(?:assert(?:_\w{2,12})?|matches)!\((.*)$/.exec(before)?.[1];
  return opened !== undefined && closes(opened) <= 0;
}

/** The number of brackets that are closed beyond those that are opened. */
function closes(text: string): number {
  return text.split(')').length - text.split('(').length;
}
