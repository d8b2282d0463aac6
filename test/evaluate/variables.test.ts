import { describe, expect, it } from 'vitest';
import { matchPattern } from '../../src/evaluate/patterns/match-pattern.ts';
import { type Expansion, expandLocated, expandVariables } from '../../src/evaluate/variables/expand-variables.ts';
import type { Tri } from '../../src/model/tri.ts';
import { multiValue, singleValue } from '../../src/request/request-context.ts';
import { GAP, request, rows, UNKNOWN, variable } from './rows.ts';

// One user, one tag that is empty, a key with several values, one that nobody knows; all other keys are missing.
const context = request({
  'aws:username': singleValue('bob'),
  'aws:PrincipalTag/team': singleValue('web shop'),
  'aws:PrincipalTag/cost center': singleValue('12'),
  'aws:PrincipalTag/wild': singleValue('a*?'),
  'aws:PrincipalTag/dollar': singleValue(variable('aws:username')),
  'aws:PrincipalTag/empty': singleValue(''),
  'aws:TagKeys': multiValue(['one', 'two']),
  'aws:CalledVia': multiValue(['only']),
  'aws:SourceIdentity': UNKNOWN,
});

function literalOf(expansion: Expansion): string {
  return expansion.status === 'known' ? expansion.literal : `(${expansion.status})`;
}

function covers(expansion: Expansion, text: string): boolean | string {
  return expansion.status === 'known' ? matchPattern(expansion.pattern, text) : expansion.status;
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
const TEXTS = rows(`
  text                                            | variables | becomes
  ""                                              | yes       | ""
  plain                                           | yes       | plain
  plain                                           | no        | plain
  plain                                           | unknown   | plain
  a*?                                             | yes       | a*?
  $                                               | yes       | $
  $aws:username                                   | yes       | $aws:username
  {aws:username}                                  | yes       | {aws:username}
  $ {aws:username}                                | yes       | $ {aws:username}
  \${aws:username}                                | yes       | bob
  \${aws:username}                                | no        | \${aws:username}
  \${aws:username}                                | unknown   | (unknown)
  home/\${aws:username}/*                         | yes       | home/bob/*
  home/\${aws:username}/*                         | no        | home/\${aws:username}/*
  \${aws:username}\${aws:username}                | yes       | bobbob
  \${AWS:UserName}                                | yes       | bob
  \${aws:PrincipalTag/team}                       | yes       | web shop
  \${aws:PrincipalTag/TEAM}                       | yes       | web shop
  \${aws:PrincipalTag/cost center}                | yes       | 12
  \${aws:PrincipalTag/wild}                       | yes       | a*?
  \${aws:PrincipalTag/dollar}                     | yes       | \${aws:username}
  \${*}                                           | yes       | *
  \${?}                                           | yes       | ?
  \${$}                                           | yes       | $
  \${*}                                           | no        | \${*}
  \${*}                                           | unknown   | (unknown)
  \${$}{aws:username}                             | yes       | \${aws:username}
  a\${*}b\${?}c\${$}d                             | yes       | a*b?c$d
  \${aws:PrincipalTag/none}                       | yes       | (missing)
  a\${aws:PrincipalTag/none}                      | yes       | (missing)
  \${aws:PrincipalTag/none}                       | no        | \${aws:PrincipalTag/none}
  \${aws:PrincipalTag/none, 'company-wide'}       | yes       | company-wide
  \${aws:PrincipalTag/none,'company-wide'}        | yes       | company-wide
  \${aws:PrincipalTag/none , 'company-wide' }     | yes       | company-wide
  \${aws:PrincipalTag/none, ''}                   | yes       | ""
  \${aws:PrincipalTag/none, 'a b,}c'}             | yes       | a b,}c
  \${aws:PrincipalTag/none, 'a*'}                 | yes       | (unknown)
  \${aws:PrincipalTag/none, 'a?'}                 | yes       | (unknown)
  \${aws:PrincipalTag/team, 'company-wide'}       | yes       | web shop
  \${aws:PrincipalTag/team, 'company-wide'}       | no        | \${aws:PrincipalTag/team, 'company-wide'}
  \${aws:SourceIdentity, 'nobody'}                | yes       | (unknown)
  \${aws:SourceIdentity}                          | yes       | (unknown)
  \${aws:SourceIdentity}\${aws:PrincipalTag/none} | yes       | (missing)
  \${aws:PrincipalTag/none}\${aws:SourceIdentity} | yes       | (missing)
  \${aws:TagKeys}                                 | yes       | (unknown)
  \${aws:CalledVia}                               | yes       | (unknown)
  \${aws:TagKeys, 'none'}                         | yes       | (unknown)
  \${aws:PrincipalTag/empty}                      | yes       | (unknown)
  \${aws:PrincipalTag/empty, 'x'}                 | yes       | (unknown)
  \${}                                            | yes       | (unknown)
  \${aws:username                                 | yes       | (unknown)
  \${aws:username                                 | no        | \${aws:username
  a\${                                            | yes       | (unknown)
  \${ aws:username}                               | yes       | (unknown)
  \${aws:username }                               | yes       | (unknown)
  \${aws:PrincipalTag/none, company-wide}         | yes       | (unknown)
  \${aws:PrincipalTag/none, "company-wide"}       | yes       | (unknown)
  \${aws:PrincipalTag/none, 'company-wide}        | yes       | (unknown)
  \${aws:PrincipalTag/none, 'a' 'b'}              | yes       | (unknown)
  \${aws:PrincipalTag/\${aws:username}}           | yes       | (unknown)
  \${**}                                          | yes       | (missing)
`);

describe('a text with policy variables', () => {
  it.each(TEXTS)('%s (variables: %s) becomes %s', (text = '', variables, becomes) => {
    const expansion = expandVariables(text, variables as Tri, context); // the table has no other words
    expect(literalOf(expansion)).toBe(becomes);
  });

  it.each(TEXTS)('of a document: %s (variables: %s) becomes %s', (text = '', variables, becomes) => {
    const located = { value: text, pointer: '' };
    expect(literalOf(expandLocated(located, variables as Tri, context))).toBe(becomes); // the table has no other words
    expect(literalOf(expandLocated(located, variables as Tri, context))).toBe(becomes); // the table has no other words
  });
});

// "use where you need an * (asterisk) character": #policy-vars-specialchars. Wildcards of the text stay wildcards.
const PATTERNS = rows(`
  text                               | variables | text asked           | covers
  \${*}                              | yes       | *                    | yes
  \${*}                              | yes       | a                    | no
  \${?}                              | yes       | ?                    | yes
  \${?}                              | yes       | a                    | no
  a\${*}*                            | yes       | a*                   | yes
  a\${*}*                            | yes       | a*bc                 | yes
  a\${*}*                            | yes       | abc                  | no
  \${*}                              | no        | \${*}                | yes
  \${*}                              | no        | \${abc}              | yes
  \${*}                              | no        | *                    | no
  \${aws:username}                   | no        | bob                  | no
  \${aws:username}                   | no        | \${aws:username}     | yes
  \${aws:username}/*                 | yes       | bob/                 | yes
  \${aws:username}/*                 | yes       | bob/a/b              | yes
  \${aws:username}/*                 | yes       | bobby/a              | no
  \${aws:username}?                  | yes       | bobs                 | yes
  *\${aws:username}*                 | yes       | /a/bob/b             | yes
  \${aws:PrincipalTag/wild}          | yes       | a*?                  | yes
  \${aws:PrincipalTag/wild}          | yes       | abcd                 | no
  \${aws:PrincipalTag/wild}*         | yes       | a*?x                 | yes
  \${aws:PrincipalTag/none, 'x'}/*   | yes       | x/y                  | yes
  \${aws:PrincipalTag/none, 'x'}/*   | yes       | y/y                  | no
`);

describe('the pattern of a text with policy variables', () => {
  it.each(PATTERNS)('%s (variables: %s) against %s: %s', (text = '', variables, asked = '', expected) => {
    const expansion = expandVariables(text, variables as Tri, context); // the table has no other words
    expect(covers(expansion, asked)).toBe(expected === 'yes');
  });
});

// What is not known can be any text: whatever the pattern cannot cover then, it does not cover.
const WIDEST = rows(`
  text                             | variables | text asked      | with wildcards | without
  a/\${aws:SourceIdentity}         | yes       | a/x             | yes            | yes
  a/\${aws:SourceIdentity}         | yes       | b/x             | no             | no
  a/\${aws:SourceIdentity}/*       | yes       | a/x/y           | yes            | no
  a/\${aws:SourceIdentity}/*       | yes       | a/x/*           | yes            | yes
  a/\${aws:SourceIdentity}/b       | yes       | a/x/y/b         | yes            | yes
  a/\${aws:SourceIdentity}/b       | yes       | a/x/c           | no             | no
  \${aws:SourceIdentity}\${*}      | yes       | x*              | yes            | yes
  \${aws:SourceIdentity}\${*}      | yes       | x               | no             | no
  \${aws:username}                 | unknown   | bob             | yes            | yes
  \${aws:username}                 | unknown   | \${aws:username} | yes           | yes
  a\${aws:username}                | unknown   | bob             | no             | no
  a\${aws:username                 | yes       | abc             | yes            | yes
  a\${aws:username                 | yes       | b               | no             | no
`);

describe('a text with a policy variable that is not known', () => {
  it.each(WIDEST)(
    '%s (variables: %s) may cover %s: %s, literally: %s',
    (text = '', variables, asked = '', wild, plain) => {
      const expansion = expandVariables(text, variables as Tri, context); // the table has no other words
      if (expansion.status !== 'unknown') throw new Error(expansion.status);
      expect(matchPattern(expansion.widest, asked)).toBe(wild === 'yes');
      expect(matchPattern(expansion.widestLiteral, asked)).toBe(plain === 'yes');
    },
  );

  it('has the gap of its key', () => {
    expect(expandVariables(variable('aws:SourceIdentity'), 'yes', context)).toMatchObject({
      status: 'unknown',
      gap: GAP,
    });
    expect(expandVariables(variable('aws:TagKeys'), 'yes', context)).toMatchObject({ gap: { kind: 'unsupported' } });
    expect(expandVariables(variable('aws:username'), 'unknown', context)).toMatchObject({
      gap: { kind: 'unsupported' },
    });
  });

  it('names the key that is missing', () => {
    expect(expandVariables(`a${variable('aws:PrincipalTag/none')}`, 'yes', context)).toEqual({
      status: 'missing',
      key: 'aws:PrincipalTag/none',
    });
  });
});

it('reads a text of a hundred thousand variables', () => {
  const many = expandVariables(variable('aws:username').repeat(100_000), 'yes', context);
  expect(literalOf(many)).toHaveLength(300_000);
  expect(literalOf(expandVariables(`\${aws:username, '`.repeat(100_000), 'yes', context))).toBe('(unknown)');
});
