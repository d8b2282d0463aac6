import { describe, expect, it } from 'vitest';
import { OPERATORS } from '../../../src/evaluate/conditions/operators.ts';
import { MISSING, singleValue } from '../../../src/request/request-context.ts';
import { GAP, pair, request, rows, UNKNOWN, variable } from '../rows.ts';
import { matchCondition } from './match.ts';

// The operators of https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html. AWS does not
// document other spellings.
const NAMES = rows(`
  operator                       | what is not known
  stringEquals                   | the condition operator stringEquals, which AWS writes StringEquals
  STRINGLIKE                     | the condition operator STRINGLIKE, which AWS writes StringLike
  bool                           | the condition operator bool, which AWS writes Bool
  IPAddress                      | the condition operator IPAddress, which AWS writes IpAddress
  StringEqualsifexists           | the condition operator StringEqualsifexists
  ForAnyValue:stringEqualsIfExists | the condition operator ForAnyValue:stringEqualsIfExists, which AWS writes StringEquals
  forAnyValue:StringEquals       | the condition operator forAnyValue:StringEquals
  ForAllValue:StringEquals       | the condition operator ForAllValue:StringEquals
  "ForAnyValue: StringEquals"    | "the condition operator ForAnyValue: StringEquals"
  ForAnyValue:ForAllValues:Bool  | the condition operator ForAnyValue:ForAllValues:Bool
  StringEqualsIfExistsIfExists   | the condition operator StringEqualsIfExistsIfExists
  IfExistsStringEquals           | the condition operator IfExistsStringEquals
  IfExists                       | the condition operator IfExists
  StringMatches                  | the condition operator StringMatches
  BinaryNotEquals                | the condition operator BinaryNotEquals
  "StringEquals "                | "the condition operator StringEquals "
  constructor                    | the condition operator constructor
  __proto__                      | the condition operator __proto__
  ""                             | "the condition operator "
  :                              | the condition operator :
`);

describe('an operator that AWS does not document', () => {
  it.each(NAMES)('%j: %s', (operator = '', what) => {
    for (const k of [singleValue('a'), MISSING, UNKNOWN])
      expect(matchCondition(pair(operator, 'k', 'a'), 'yes', request({ k }))).toMatchObject({
        match: 'unknown',
        gap: { kind: 'unsupported', what },
      });
  });
});

describe('a value that cannot be read', () => {
  // It could match anything: what it could change is unknown.
  const UNREAD = rows(`
    operator                     | policy | request | match
    StringEquals                 | a      | a       | yes
    StringEquals                 | a      | b       | unknown
    StringNotEquals              | a      | a       | no
    StringNotEquals              | a      | b       | unknown
    StringEquals                 | a      | missing | no
    StringNotEquals              | a      | missing | yes
    StringEqualsIfExists         | a      | missing | yes
    ForAllValues:StringEquals    | a      | missing | yes
    ForAnyValue:StringNotEquals  | a      | missing | no
    ForAllValues:StringEquals    | a      | b       | unknown
    ForAnyValue:StringEquals     | a      | a       | yes
    NumericLessThan              | 5      | 4       | yes
    NumericLessThan              | 5      | 6       | unknown
    Bool                         | true   | true    | yes
    Bool                         | true   | false   | unknown
  `);
  it.each(UNREAD)('beside %s %s, request %s: %s', (operator = '', policy = '', asked = '', match) => {
    const k = asked === 'missing' ? MISSING : singleValue(asked);
    const condition = { ...pair(operator, 'k', policy), complete: false };
    expect(matchCondition(condition, 'yes', request({ k })).match).toBe(match);
  });
});

describe('a condition', () => {
  it.each(OPERATORS.map(({ name }) => name))('%s without values is unknown', (operator) => {
    for (const k of [singleValue('a'), MISSING, UNKNOWN])
      expect(matchCondition(pair(operator, 'k'), 'yes', request({ k }))).toMatchObject({
        match: 'unknown',
        gap: { kind: 'unsupported' },
      });
  });

  // "Condition key names are not case-sensitive", the names of tags among them.
  it.each([
    ['aws:username', 'AWS:UserName'],
    ['aws:PrincipalTag/Team', 'aws:principaltag/team'],
    ['ec2:ResourceTag/TagKey1', 'ec2:ResourceTag/tagkey1'],
  ])('takes %s for %s', (written, known) => {
    const context = request({ [known]: singleValue('a') });
    expect(matchCondition(pair('StringEquals', written, 'a'), 'yes', context).match).toBe('yes');
  });

  it('says what it is about', () => {
    const condition = {
      ...pair('StringEquals', 'aws:Key', 'a'),
      pointer: '/Statement/0/Condition/StringEquals/aws:Key',
    };
    expect(matchCondition(condition, 'yes', request({ 'aws:key': singleValue('a') }))).toEqual({
      operator: 'StringEquals',
      key: 'aws:Key',
      pointer: '/Statement/0/Condition/StringEquals/aws:Key',
      match: 'yes',
      request: singleValue('a'),
    });
    expect(matchCondition(condition, 'yes', request({ 'aws:key': UNKNOWN }))).toMatchObject({
      match: 'unknown',
      request: UNKNOWN,
      gap: GAP,
    });
  });

  it('is compiled for its own document only', () => {
    const condition = pair('StringEquals', 'k', variable('*'));
    const context = request({ k: singleValue('*') });
    expect(
      ['yes', 'no', 'yes'].map(
        (variables) => matchCondition(condition, variables === 'yes' ? 'yes' : 'no', context).match,
      ),
    ).toEqual(['yes', 'no', 'yes']);
  });
});
