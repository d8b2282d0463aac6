import { CODE_NEEDLES, isDistinctCode, isKnownCode } from '../grammar/codes.ts';
import { matchAt, positionsOf } from '../grammar/search.ts';
import { isCodeInSource } from '../grammar/source-code.ts';
import { type DenseText, SPACING } from '../text/dense-text.ts';
import type { Part, Shape } from './shape.ts';

const LONGEST = 90;
/** Codes that are too general to mean anything without a message that does. */
const GENERAL = /^(?:[Ii]nvalid[A-Z]\w{2,60}|BadRequestException|ValidationE(?:xception|rror)|ClientException)$/;
/**
 * `CODE - User: …`, `CODE, User: …`, `CODE ... not authorized`, `CODE (HTTP 403). …` in R, Swift's `code(Optional("…"))`, and Fog's
 * `CODE => …`; each with the number of characters that belong to the prefix.
 */
const OTHER_SEPARATORS = [
  ['-user:', 1],
  [',user:', 1],
  ['...notauthorized', 3],
  ['...isnotauthorized', 3],
  ['...becauseno', 3],
  ['...withan', 3],
  ['…becauseno', 1],
  ['…withan', 1],
  ['(http4', 9],
  ['(optional("', 11],
  ['=>user:', 2],
  ['=>youarenot', 2],
  ['=>awswas', 2],
] as const;
/** Packages of other libraries whose exceptions have the same names as AWS's codes. */
const FOREIGN_PATH =
  /(?:^|\.)(?:nio|file|system|springframework|security|spring|symfony|laravel|django|grpc|azure|google|hadoop\.security)\./i;

/** Packages of AWS's SDKs: `com.amazonaws.services.…`, `botocore.errorfactory.…`, `Amazon.Lambda.Model.…`, and what is left of them where the line was cut. */
const AWS_PATH = /(?:^|\.)(?:amazon|amazonaws|aws|awssdk|boto|boto3|botocore|errorfactory)\.|^exceptions\./i;

/** A code that a logger or wrapper puts before the message: `AccessDenied: …`, `denied (AccessDenied): …`, or on a line of its own. */
export const codePrefix: Shape = {
  name: 'code-prefix',
  needles: CODE_NEEDLES,
  *find(dense) {
    for (const colon of positionsOf(dense.text, ':')) {
      const word = codeWordBefore(dense, colon);
      if (word !== undefined) yield head(word, colon + 1);
    }
    for (const [separator, length] of OTHER_SEPARATORS) {
      for (const at of positionsOf(dense.lower, separator)) {
        const word = codeWordBefore(dense, at);
        if (word !== undefined) yield head(word, at + length);
      }
    }
    yield* dashed(dense);
    yield* alone(dense);
  },
};

/** `CODE - You don't have access …`, as some loggers write it. Prose has dashes too, so a message must follow. */
function* dashed(dense: DenseText): Generator<Part> {
  for (const at of positionsOf(dense.text, '-')) {
    if (dense.spacingBefore(at) !== SPACING.blank || dense.spacingBefore(at + 1) !== SPACING.blank) continue;
    const word = codeWordBefore(dense, at);
    if (word !== undefined) yield head({ ...word, isOwn: true }, at + 1);
  }
}

/** The header with the code. Services send that of a denial with refused signatures too: the message decides. */
const HEADER = /x-amzn-errortype["'\]]?[:=][["']{0,2}$/;

interface CodeWord {
  readonly from: number;
  readonly code: string;
  /** True where the code alone proves nothing: a class of other software, which may be named like one of AWS's codes by chance. */
  readonly isOwn: boolean;
}

function head({ from, code, isOwn }: CodeWord, to: number): Part {
  return { shape: 'code-prefix', place: 'head', from, to, fields: isOwn ? { bareCode: code } : { code } };
}

/** The code that ends at `end`, maybe with packages before it. It may be wrapped if only both halves together are a code. */
function codeWordBefore(dense: DenseText, end: number): CodeWord | undefined {
  let client = end;
  if (/[)(\]]/.test(dense.text[client - 1] ?? '')) client -= 1;
  else if (dense.text.endsWith('**', client)) client -= 2;
  if (dense.lower.slice(Math.max(0, client - 7), client) === '(client') client -= 7;
  const from = wordStart(dense, client);
  const word = codeWordAt(dense, from, client);
  if (word !== undefined || from === client || dense.spacingBefore(from) !== SPACING.break) return word;
  return codeWordAt(dense, wordStart(dense, from), client);
}

/** Where the word that ends at `end` begins. */
function wordStart(dense: DenseText, end: number): number {
  let from = end;
  while (from > 0 && end - from < LONGEST && /[\w.]/.test(dense.text[from - 1] ?? '')) {
    if (from < end && dense.spacingBefore(from) !== SPACING.none) break;
    from -= 1;
  }
  return from;
}

function codeWordAt(dense: DenseText, from: number, client: number): CodeWord | undefined {
  const path = dense.text.slice(from, client);
  const name = path.slice(path.lastIndexOf('.') + 1);
  const code = path.startsWith('Client.') ? path : name;
  // Directly after another word, a general code is part of a sentence.
  const isGeneral = GENERAL.test(code) && (dense.spacingBefore(from) !== SPACING.none || dense.text[from - 1] !== ':');
  if (!isGeneral && !(isKnownCode(code) && isDistinctCode(code))) return undefined;
  if (FOREIGN_PATH.test(path) || /[/$#\\]/.test(dense.text[from - 1] ?? '')) return undefined;
  if (isCodeInSource(dense, from, client)) return undefined;
  const packages = path.slice(0, -code.length);
  const isOwn = packages.includes('.') && !AWS_PATH.test(packages);
  // A class of other software with a general name says nothing about the answer of AWS that it wraps.
  if (isGeneral && isOwn) return undefined;
  const isHeader = HEADER.test(dense.lower.slice(Math.max(0, from - 24), from));
  return { from: client - code.length, code, isOwn: isOwn || isHeader };
}

/** A code alone on a line, bare or quoted. It means something only if a message follows. */
function* alone(dense: DenseText): Generator<Part> {
  for (const literal of ['accessdenied', 'unauthorizedoperation']) {
    for (const at of positionsOf(dense.lower, literal)) {
      const code = matchAt(/[A-Z]\w{8,40}/y, dense.text.slice(0, dense.nextSpacing(at + 1)), at)?.[0] ?? '';
      const from = /["'`]/.test(dense.text[at - 1] ?? '') ? at - 1 : at;
      const to = at + code.length + (from < at ? 1 : 0);
      if (!isKnownCode(code) || dense.spacingBefore(from) < SPACING.break || dense.spacingBefore(to) < SPACING.break)
        continue;
      yield { shape: 'code-line', place: 'head', from, to, fields: { bareCode: code } };
    }
  }
}
