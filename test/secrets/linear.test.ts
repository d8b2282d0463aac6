import { describe, expect, it } from 'vitest';
import { removeSecrets } from '../../src/model/secrets/remove-secrets.ts';
import { cost } from '../cost.ts';
import { LONG } from '../effort.ts';
import { SPELLINGS, TOKENS } from './planted.ts';

/** What the patterns look for, begun and never ended. */
const BEGUN = [
  ...SPELLINGS.flatMap((spelling) => [spelling.replaceAll('%', ''), spelling.replaceAll('%', 'a'), `${spelling}\n`]),
  ...Object.values(TOKENS).flatMap(([token = '']) => [token.slice(0, 8), token.slice(0, -1)]),
  ...[
    'a',
    'A',
    '1',
    '-',
    '_',
    '=',
    '"',
    '\\',
    '\\"',
    ' ',
    '\t',
    ':',
    '|',
    '/',
    '.',
    'aA1',
    'aA1/',
    'a-',
    'a_',
    'a:',
    'x://',
  ],
  ...[
    'eyJ',
    'eyJa.',
    'eyJa.eyJa.',
    'IQoJb3JpZ2lu',
    'AKIA',
    'AKIA ',
    'ASIAIOSFODNN7EXAMPLE ',
    'Bearer ',
    'cookie:a=',
    'a=b; ',
  ],
  ...['-----BEGIN PRIVATE KEY-----', '-----BEGIN ', 'password', 'password=', 'password="', 'secret ', 'token', '--a'],
];

const [SMALL, LARGE] = LONG ? [50_000, 1_000_000] : [8_000, 96_000];

describe('the work of removing secrets grows with the text and no faster', () => {
  it.each([...new Set(BEGUN)].filter((unit) => unit !== '').map((unit) => [unit]))('%j without end', (unit) => {
    const text = (length: number) => unit.repeat(Math.ceil(length / unit.length));
    const [small, large] = [text(SMALL), text(LARGE)];
    removeSecrets(small);
    // What is small costs a little to begin with; quadratic work would still grow far beyond this.
    const growth = cost(() => removeSecrets(large)) / (cost(() => removeSecrets(small), 3) + 1_000);
    expect(growth).toBeLessThan((LARGE / SMALL) * 4);
  });
});
