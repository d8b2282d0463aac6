import type { DenseText } from '../text/dense-text.ts';
import { matchAt } from './search.ts';

/** How far before a code the assertion begins that it is an argument of. */
const REACH = 300;

/** A test gives a mock the error that it has to fail with: `s3Mock.on(GetObjectCommand).rejects({ name: 'AccessDenied', …`. */
const MOCK = /\.(?:rejects(?:once)?|mockrejectedvalue(?:once)?|resolves|mockresolvedvalue(?:once)?)\(\{?[^()]{0,120}$/i;

/**
 * True for a code that a test gives to a mock, and for one in Rust's source: a literal that is made a string,
 * `Some("AccessDenied".to_string())`, or an argument of an assertion, `assert_eq!(decode(Some("AccessDenied: …")), …)`. Output of a program has
 * none of these.
 */
export function isCodeInSource(dense: DenseText, from: number, to: number): boolean {
  if (matchAt(/"\.(?:to_(?:string|owned)|into)\(\)/y, dense.text, to) !== null) return true;
  const before = dense.text.slice(Math.max(0, from - REACH), from);
  if (MOCK.test(before)) return true;
  const opened = /^.*(?:assert(?:_\w{2,12})?|matches)!\((.*)$/.exec(before)?.[1];
  return opened !== undefined && closes(opened) <= 0;
}

/** The number of brackets that are closed beyond those that are opened. */
function closes(text: string): number {
  return text.split(')').length - text.split('(').length;
}

/** A literal that is declared, compared or matched, an entry of a table in code, and an argument of a function that makes or compares an error. */
const LITERAL = new RegExp(
  `(?:${[
    String.raw`\b(?:const|let|var|val|static|final)\s[\w.<>\[\]?: ]{1,60}\s:?=\s`,
    String.raw`\b(?!(?:ERROR|FATAL|MESSAGE|MSG|REASON|STATUS)\s)[A-Z][A-Z0-9]{0,20}(?:_[A-Z0-9]{1,20}){0,4}\s:?=\s[\[({]?\s?(?:["'][^"']{0,80}["'],\s?){0,5}`,
    String.raw`\b(?:if|elif|unless|like|regexp?|pattern)\s(?:not\s)?`,
    String.raw`\b(?:pattern|regexp?|match(?:es)?)["']?:\s`,
    String.raw`[{,]\s*\d{1,3}\s*(?::|=>)\s*`,
    String.raw`\b(?:errors\.New|fmt\.Errorf|super|\w{0,40}(?:[cC]ontains?|[mM]atches|[eE]quals?|HasPrefix|HasSuffix|startsWith|endsWith|includes|toThrow|rejects)\w{0,20})\((?:[^()]{0,120},\s*)?`,
  ].join('|')})["'\x60][^"'\x60]{0,60}$`,
);

/** True where the text before a message, with its blanks, shows that the message is a literal in source code. */
export function isSourceCode(before: string): boolean {
  return LITERAL.test(before);
}
