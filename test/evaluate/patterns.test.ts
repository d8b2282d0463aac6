import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern, joinPattern, matchPattern, splitPattern } from '../../src/evaluate/patterns/match-pattern.ts';
import { rows } from './rows.ts';

// "multi-character match wildcards (*) and single-character match wildcards (?) anywhere in the string"
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
const MATCHES = rows(`
  pattern                     | text                                  | covers
  ""                          | ""                                    | yes
  ""                          | a                                     | no
  a                           | ""                                    | no
  a                           | a                                     | yes
  a                           | A                                     | no
  abc                         | ab                                    | no
  ab                          | abc                                   | no
  *                           | ""                                    | yes
  *                           | a                                     | yes
  *                           | a/b:c                                 | yes
  **                          | ""                                    | yes
  **                          | abc                                   | yes
  ?                           | ""                                    | no
  ?                           | a                                     | yes
  ?                           | /                                     | yes
  ?                           | :                                     | yes
  ?                           | *                                     | yes
  ?                           | ab                                    | no
  ??                          | a                                     | no
  ??                          | ab                                    | yes
  ?                           | "😀"                                  | yes
  ??                          | "😀"                                  | no
  *??                         | "😀"                                  | no
  *??                         | "a😀"                                 | yes
  a?b                         | "a😀b"                                | yes
  *?                          | ""                                    | no
  *?                          | a                                     | yes
  ?*                          | ""                                    | no
  ?*                          | ab                                    | yes
  a*                          | a                                     | yes
  a*                          | ab                                    | yes
  a*                          | ba                                    | no
  *a                          | a                                     | yes
  *a                          | ba                                    | yes
  *a                          | ab                                    | no
  a*c                         | ac                                    | yes
  a*c                         | abbbc                                 | yes
  a*c                         | abbbcd                                | no
  a*c                         | a/b:c                                 | yes
  a*b*c                       | abc                                   | yes
  a*b*c                       | aXbYc                                 | yes
  a*b*c                       | aXcYb                                 | no
  *a*                         | xay                                   | yes
  *a*                         | xby                                   | no
  *ab*ab                      | abab                                  | yes
  *ab*ab                      | ab                                    | no
  *aab                        | aaab                                  | yes
  *aba                        | ababa                                 | yes
  a?c*                        | abcdef                                | yes
  a?c*                        | acdef                                 | no
  a*?b                        | ab                                    | no
  a*?b                        | axb                                   | yes
  t1.*                        | t1.micro                              | yes
  t1.*                        | t1                                    | no
  home/*                      | home/                                 | yes
  home/*                      | home                                  | no
  iam:*AccessKey*             | iam:CreateAccessKey                   | yes
  iam:*AccessKey*             | iam:ListAccessKeys                    | yes
  iam:*AccessKey*             | iam:CreateUser                        | no
  arn:aws:s3:::bucket/*       | arn:aws:s3:::bucket                   | no
  arn:aws:s3:::bucket/*       | arn:aws:s3:::bucket/                  | yes
  arn:aws:s3:::bucket/*       | arn:aws:s3:::bucket/a/b               | yes
  arn:aws:s3:::bucket*        | arn:aws:s3:::bucket                   | yes
  arn:aws:s3:::bucket*        | arn:aws:s3:::bucket-two/a             | yes
  arn:aws:s3:::bucket         | arn:aws:s3:::bucket/a                 | no
  arn:aws:s3:::b?cket         | arn:aws:s3:::bucket                   | yes
  a.c                         | abc                                   | no
  [ab]                        | a                                     | no
  a+                          | aa                                    | no
  ^a$                         | a                                     | no
  ^a$                         | ^a$                                   | yes
  \\*                         | *                                     | no
`);

describe('a pattern', () => {
  it.each(MATCHES)('%j against %j: %s', (pattern = '', text = '', covers) => {
    expect(matchPattern(compilePattern(pattern), text)).toBe(covers === 'yes');
  });

  it('takes literal parts literally, whatever they hold', () => {
    const pattern = joinPattern([
      { text: 'a?', literal: false },
      { text: '*?', literal: true },
      { text: '*', literal: false },
    ]);
    expect(['ax*?', 'ax*?more', 'axyz', 'ax**'].map((text) => matchPattern(pattern, text))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('agrees with a list of all ways to cut the text', () => {
    const characters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', ':'), maxLength: 7 });
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', ':'), maxLength: 7 });
    fc.assert(
      fc.property(characters, texts, (pattern, text) => {
        expect(matchPattern(compilePattern(pattern), text)).toBe(coversByDefinition(pattern, text));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['many stars that all fit until the end', '*a'.repeat(2000), `${'a'.repeat(4000)}b`, false],
    ['a star before a long run', `*${'a'.repeat(2000)}b`, 'a'.repeat(4000), false],
    ['many stars and questions', '*?'.repeat(2000), 'a'.repeat(1999), false],
    ['stars only', '*'.repeat(100_000), 'a'.repeat(100_000), true],
    ['a long text without wildcards', 'a'.repeat(1_000_000), 'a'.repeat(1_000_000), true],
  ])('does bounded work on %s: trying every way would not end', (_what, pattern, text, covers) => {
    expect(matchPattern(compilePattern(pattern), text)).toBe(covers);
  });
});

describe('the components of a pattern', () => {
  it.each([
    ['a:b:c', 6, ['a', 'b', 'c']],
    ['arn:aws:iam::1:role/x', 6, ['arn', 'aws', 'iam', '', '1', 'role/x']],
    ['arn:aws:logs:eu:1:log-group:x:y', 6, ['arn', 'aws', 'logs', 'eu', '1', 'log-group:x:y']],
    ['', 6, ['']],
    [':', 2, ['', '']],
  ])('%j in %d', (text, count, components) => {
    const cut = splitPattern(compilePattern(text), count);
    expect(cut.map((part) => part.head)).toEqual(components);
    expect(cut.every((part) => part.tail.length === 0)).toBe(true);
  });

  it('keep their wildcards', () => {
    const [first, second, third] = splitPattern(compilePattern('a*:?:*'), 3);
    expect([first, second, third].map((part) => part !== undefined && matchPattern(part, 'a'))).toEqual([
      true,
      true,
      true,
    ]);
    expect([first, second, third].map((part) => part !== undefined && matchPattern(part, 'bb'))).toEqual([
      false,
      false,
      true,
    ]);
  });
});

/** By the definition, without any thought of speed. */
function coversByDefinition(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  const rest = pattern.slice(1);
  if (pattern[0] === '*')
    return Array.from({ length: text.length + 1 }, (_, used) => used).some((used) =>
      coversByDefinition(rest, text.slice(used)),
    );
  if (text === '') return false;
  return (pattern[0] === '?' || pattern[0] === text[0]) && coversByDefinition(rest, text.slice(1));
}
