import { CODE_NEEDLES, isDistinctCode, isKnownCode } from '../grammar/codes.ts';
import { matchAt, positionsOf } from '../grammar/search.ts';
import { type Reading, SPACING } from '../text/dense-text.ts';
import type { Part, Shape } from './shape.ts';

const LONGEST = 90;
/** General codes, which say something only together with a message that does. */
const GENERAL = /^(?:[Ii]nvalid[A-Z]\w{2,60}|BadRequestException|ValidationE(?:xception|rror)|ClientException)$/;
/** `CODE - User: …`, `CODE, User: …`, `CODE ... not authorized`, `CODE (HTTP 403). …` in R, and Swift's `code(Optional("…"))`; with the length of what belongs to the prefix. */
const OTHER_SEPARATORS = [
  ['-user:', 1],
  [',user:', 1],
  ['...notauthorized', 3],
  ['...isnotauthorized', 3],
  ['...becauseno', 3],
  ['(http4', 9],
  ['(optional("', 11],
] as const;
/** Exceptions of other libraries that have the name of a code. */
const FOREIGN_PATH =
  /(?:^|\.)(?:nio|file|system|springframework|security|spring|symfony|laravel|django|grpc|azure|google|hadoop\.security)\./i;

/** Classes of the SDKs: `com.amazonaws.services.…`, `botocore.errorfactory.…`, `Amazon.Lambda.Model.…`. */
const AWS_PATH = /(?:^|\.)(?:amazon|amazonaws|aws|awssdk|boto|boto3|botocore|errorfactory|exceptions)\./i;

/** Loggers and wrappers put the code before the message: `AccessDenied: …`, `denied (AccessDenied): …`, on a line of its own. */
export const codePrefix: Shape = {
  name: 'code-prefix',
  needles: CODE_NEEDLES,
  *find(reading) {
    for (const colon of positionsOf(reading.dense, ':')) {
      const token = tokenBefore(reading, colon);
      if (token !== undefined) yield head(token, colon + 1);
    }
    for (const [separator, length] of OTHER_SEPARATORS) {
      for (const at of positionsOf(reading.lower, separator)) {
        const token = tokenBefore(reading, at);
        if (token !== undefined) yield head(token, at + length);
      }
    }
    yield* dashed(reading);
    yield* alone(reading);
  },
};

/** `CODE - You don't have access …`, as loggers join the two: prose has dashes too, so a message must follow. */
function* dashed(reading: Reading): Generator<Part> {
  for (const at of positionsOf(reading.dense, '-')) {
    if (reading.spacingBefore(at) !== SPACING.blank || reading.spacingBefore(at + 1) !== SPACING.blank) continue;
    const token = tokenBefore(reading, at);
    if (token !== undefined) yield head({ ...token, isOwn: true }, at + 1);
  }
}

interface Token {
  readonly from: number;
  readonly code: string;
  /** The class belongs to a program of somebody's own: it may be named like a code of AWS by chance. */
  readonly isOwn: boolean;
}

function head({ from, code, isOwn }: Token, to: number): Part {
  return { shape: 'code-prefix', role: 'head', from, to, said: isOwn ? { bareCode: code } : { code } };
}

/** The code that ends at `end`, behind a class path if any; through a line break only where that makes it a code. */
function tokenBefore(reading: Reading, end: number): Token | undefined {
  let client = end;
  if (/[)(\]]/.test(reading.dense[client - 1] ?? '')) client -= 1;
  else if (reading.dense.endsWith('**', client)) client -= 2;
  if (reading.lower.slice(Math.max(0, client - 7), client) === '(client') client -= 7;
  const from = wordStart(reading, client);
  const word = tokenAt(reading, from, client);
  if (word !== undefined || from === client || reading.spacingBefore(from) !== SPACING.break) return word;
  return tokenAt(reading, wordStart(reading, from), client);
}

/** Where the word begins that ends at `end`. */
function wordStart(reading: Reading, end: number): number {
  let from = end;
  while (from > 0 && end - from < LONGEST && /[\w.]/.test(reading.dense[from - 1] ?? '')) {
    if (from < end && reading.spacingBefore(from) !== SPACING.none) break;
    from -= 1;
  }
  return from;
}

function tokenAt(reading: Reading, from: number, client: number): Token | undefined {
  const path = reading.dense.slice(from, client);
  const name = path.slice(path.lastIndexOf('.') + 1);
  const code = path.startsWith('Client.') ? path : name;
  // Glued behind another word a general code is part of a sentence.
  const isGeneral =
    GENERAL.test(code) && (reading.spacingBefore(from) !== SPACING.none || reading.dense[from - 1] !== ':');
  if (!isGeneral && !(isKnownCode(code) && isDistinctCode(code))) return undefined;
  if (FOREIGN_PATH.test(path) || /[/$#\\]/.test(reading.dense[from - 1] ?? '')) return undefined;
  const packages = path.slice(0, -code.length);
  return { from: client - code.length, code, isOwn: packages.includes('.') && !AWS_PATH.test(packages) };
}

/** A code that fills a line, bare or quoted, says something only if a message follows. */
function* alone(reading: Reading): Generator<Part> {
  for (const literal of ['accessdenied', 'unauthorizedoperation']) {
    for (const at of positionsOf(reading.lower, literal)) {
      const code = matchAt(/[A-Z]\w{8,40}/y, reading.dense.slice(0, reading.nextSpacing(at + 1)), at)?.[0] ?? '';
      const from = /["'`]/.test(reading.dense[at - 1] ?? '') ? at - 1 : at;
      const to = at + code.length + (from < at ? 1 : 0);
      if (
        !isKnownCode(code) ||
        reading.spacingBefore(from) < SPACING.break ||
        reading.spacingBefore(to) < SPACING.break
      )
        continue;
      yield { shape: 'code-line', role: 'head', from, to, said: { bareCode: code } };
    }
  }
}
