// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables
import type { Tape } from '../properties/tape.ts';
import { CANARY, SPELLINGS } from '../secrets/planted.ts';
import { number } from './mutate-text.ts';

/** Values that nobody expects, and attacks. */
const VALUES: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1e308, '', ' ', '*', '?', [], {}, [[]], [null], { a: {} }, '(removed)'],
  ...[
    'arn:aws:iam::444455556666:root',
    'arn:aws:iam::*:role/*',
    '${aws:PrincipalTag/x}',
    '${',
    '${*}',
    'a'.repeat(3_000),
    '*?'.repeat(400),
  ],
  ...[
    '\u001b[2J',
    '\u202e',
    '\ud800',
    '\n::add-mask::x',
    '$(touch x)',
    '--profile=evil',
    '<script>',
    '```',
    '| a | b |',
  ],
  ...[
    { AWS: '*' },
    { Service: 'lambda.amazonaws.com' },
    { Federated: 'x' },
    { StringEquals: { 'aws:username': 'bob' } },
  ],
  ...[
    { 'ForAllValues:StringLike': { 'aws:TagKeys': ['*'] } },
    { Null: { 'sts:ExternalId': 'true' } },
    { Bogus: { x: 'y' } },
    'Deny',
    'Allow',
  ],
];

/** Secrets as policies and tags hold them. */
const SECRETS: readonly unknown[] = [
  `password=${CANARY}`,
  `eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.${CANARY}`,
  [`secret_key=${CANARY}`, 'x'],
  { StringLike: { 'aws:UserAgent': `token=${CANARY}*` } },
  ...SPELLINGS.map((spelling) => spelling.replaceAll('%', CANARY)),
];

const KEYS = [
  'Statement',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
  'Sid',
  '__proto__',
  'constructor',
  'Arn',
  'Tags',
  '',
  'password',
];

/** Changes a few places of a JSON value, wherever they are in it, and often plants a secret. The value itself is not touched. */
export function mutatedJson(value: unknown, tape: Tape): unknown {
  let changed = structuredClone(value);
  const times = 1 + tape.upTo(4);
  for (let time = 0; time < times; time += 1) changed = changeOne(changed, tape, 0, VALUES);
  // Last: what cuts a secret in two makes it another text.
  return tape.chance(40) ? changeOne(changed, tape, 0, SECRETS) : changed;
}

function changeOne(value: unknown, tape: Tape, depth: number, values: readonly unknown[]): unknown {
  if (typeof value !== 'object' || value === null || depth > 14) return changeLeaf(value, tape, values);
  const keys = Object.keys(value);
  // The deeper the likelier: what is far out is few.
  if (keys.length === 0 || tape.upTo(99) < 4 + depth * 3) return changeHere(value, keys, tape, values);
  const key = keys[number(tape, keys.length - 1)] ?? '';
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === key ? changeOne(item, tape, depth + 1, values) : item));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, name === key ? changeOne(item, tape, depth + 1, values) : item]),
  );
}

function changeHere(value: object, keys: readonly string[], tape: Tape, values: readonly unknown[]): unknown {
  const key = keys[number(tape, Math.max(0, keys.length - 1))] ?? '';
  switch (tape.upTo(5)) {
    case 0:
      return values[number(tape, values.length - 1)];
    case 1:
      return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
    case 2:
      return Array.isArray(value) ? [...value, ...value] : [value];
    case 3:
      return { ...value, [KEYS[number(tape, KEYS.length - 1)] ?? '']: values[number(tape, values.length - 1)] };
    case 4:
      return Array.isArray(value) ? value.toReversed() : Object.fromEntries(Object.entries(value).toReversed());
    default:
      return { ...value, [key]: values[number(tape, values.length - 1)] };
  }
}

function changeLeaf(value: unknown, tape: Tape, values: readonly unknown[]): unknown {
  const other = values[number(tape, values.length - 1)];
  if (typeof value !== 'string' || tape.chance(50)) return other;
  const at = number(tape, value.length);
  // A secret begins where a word does.
  const added = typeof other === 'string' ? other.replace(/^(?=.*hunter2)/, ' ') : '';
  return value.slice(0, at) + added + value.slice(at + tape.upTo(2));
}
