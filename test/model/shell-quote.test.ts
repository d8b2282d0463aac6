import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { shellQuote } from '../../src/model/shell-quote.ts';

const WORDS = [
  ['plain', 'plain'],
  ['two words', "'two words'"],
  ["Policies[?Arn=='x'].Document", `"Policies[?Arn=='x'].Document"`],
  ["it's $HOME", "'it'\\''s $HOME'"],
  ["it's `id`", "'it'\\''s `id`'"],
  [`it's "so"`, `'it'\\''s "so"'`],
  ["it's \\ it", "'it'\\''s \\ it'"],
  ["it's !", "'it'\\''s !'"],
] as const;

it.each(WORDS)('%s is read back by a shell as it was', (word, quoted) => {
  expect(shellQuote(word)).toBe(quoted);
  expect(execFileSync('/bin/sh', ['-c', `printf %s ${quoted}`], { encoding: 'utf8' })).toBe(word);
});
