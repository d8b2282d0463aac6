// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables
import type { Tape } from '../properties/tape.ts';
import { CANARY, SPELLINGS } from '../secrets/planted.ts';
import { SEEDS } from './seeds.ts';

/** Up to `most`, which may be more than a byte holds. */
export function number(tape: Tape, most: number): number {
  return most <= 255 ? tape.upTo(most) : (tape.upTo(255) * 65_536 + tape.upTo(255) * 256 + tape.upTo(255)) % (most + 1);
}

function one<T>(tape: Tape, list: readonly T[], otherwise: T): T {
  return list[number(tape, list.length - 1)] ?? otherwise;
}

/** What a reader of text may trip over: marks of the grammar, controls, direction, halves of characters, prototype keys, long runs. */
const TOKENS: readonly string[] = [
  ...[
    'User: ',
    'arn:aws:iam::',
    'arn:',
    ' is not authorized to perform: ',
    ' on resource: ',
    ' because no ',
    ' with an explicit deny in a ',
  ],
  ...[
    'AccessDenied',
    '(Service: ',
    'Status Code: 403',
    'Encoded authorization failure message: ',
    '"errorCode":"AccessDenied"',
    '<Code>',
  ],
  ...[
    '\u001b[2J',
    '\u001b]0;x\u0007',
    '\u009b31m',
    '\u202e',
    '\u200b',
    '\ud800',
    '\udc00',
    '\u0000',
    '\u2028',
    '\r',
    '\r\n',
    '\ufeff',
  ],
  ...[
    '\n::stop-commands::x\n',
    '##vso[task.setvariable]x',
    '$(touch x)',
    '`id`',
    "'",
    '"',
    '\\',
    '\\u0022',
    '&quot;',
    '${aws:username}',
  ],
  ...[
    '*',
    '?',
    '************',
    '(removed)',
    '__proto__',
    'constructor',
    '{}',
    '[]',
    '{"',
    '":"',
    '%3D',
    '│ ',
    '| ',
    '> ',
    '#'.repeat(40),
  ],
  ...[
    'a'.repeat(5_000),
    '\\'.repeat(500),
    ' '.repeat(2_000),
    '{'.repeat(500),
    'ß',
    'İ',
    '\u{1f600}',
    '０',
    '-1',
    '999999999999999999999',
  ],
];

type Mutate = (text: string, tape: Tape) => string;

const cut = (text: string, tape: Tape): readonly [number, number] => {
  const [from, to] = [number(tape, text.length), number(tape, text.length)];
  return from < to ? [from, to] : [to, from];
};

const insert = (text: string, at: number, what: string) => text.slice(0, at) + what + text.slice(at);

/** A place between two words, where a value could stand. */
function between(text: string, tape: Tape): number {
  const at = text.indexOf(' ', number(tape, text.length));
  return at < 0 ? text.length : at;
}

const MUTATIONS: readonly Mutate[] = [
  (text, tape) => insert(text, number(tape, text.length), one(tape, TOKENS, '')),
  (text, tape) => {
    const [from, to] = cut(text, tape);
    return text.slice(0, from) + text.slice(to);
  },
  (text, tape) => {
    const [from, to] = cut(text, tape);
    return insert(text, number(tape, text.length), text.slice(from, to));
  },
  // The beginning of one and the end of another.
  (text, tape) => {
    const other = one(tape, SEEDS, '');
    return text.slice(0, number(tape, text.length)) + other.slice(number(tape, other.length));
  },
  (text, tape) => `${text}\n${one(tape, SEEDS, '')}`,
  (text, tape) => {
    const words = text.split(' ');
    const [from, to] = [number(tape, words.length - 1), number(tape, words.length - 1)];
    const [left = '', right = ''] = [words[from], words[to]];
    return words.with(from, right).with(to, left).join(' ');
  },
  // Wrappings: a terminal, a box, a quote, a log, JSON, HTML, a query.
  (text, tape) => text.replace(new RegExp(`(.{${20 + tape.upTo(80)}})`, 'g'), '$1\n'),
  (text) => text.replace(/^/gm, '│ '),
  (text) => text.replace(/^/gm, '> '),
  (text) => text.replace(/^/gm, '2026-11-24T11:58:00Z app[1]: '),
  (text) => JSON.stringify(text),
  (text) => JSON.stringify({ message: text }),
  (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
  (text) => encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '?')),
  (text) => text.toUpperCase(),
  (text, tape) => text.repeat(1 + tape.upTo(3)),
];

/** Secrets are planted last: what cuts one in two makes it another text. */
const PLANTS: readonly Mutate[] = [
  (text, tape) => insert(text, between(text, tape), ` ${one(tape, SPELLINGS, '').replaceAll('%', CANARY)}`),
  // A secret as a part of a value.
  (text, tape) => {
    const at = text.indexOf('/', number(tape, text.length));
    const spelling = one(
      tape,
      ['password=%', 'secret_key=%', 'X-Amz-Signature=%', 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.%'],
      '',
    );
    return at < 0 ? text : insert(text, at + 1, spelling.replaceAll('%', CANARY));
  },
];

/** A text of the fixtures, changed a few times. No text is longer than 64 KiB. */
export function mutatedText(tape: Tape): string {
  let text = one(tape, SEEDS, '');
  const times = 1 + tape.upTo(5);
  for (let time = 0; time < times; time += 1) text = one(tape, MUTATIONS, (same) => same)(text, tape).slice(0, 65_536);
  return tape.chance(50) ? one(tape, PLANTS, (same) => same)(text, tape) : text;
}
