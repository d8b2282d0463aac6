import { describe, expect, it } from 'vitest';
import type { ContextValue } from '../../../src/model/request.ts';
import { MISSING, multiValue, singleValue } from '../../../src/request/request-context.ts';
import { pair, request, rows, UNKNOWN, variable } from '../rows.ts';
import { matchCondition } from './match.ts';

/** An operator, a value for a policy, two values of requests that it matches, two that it does not. */
const OPERATORS = rows(`
  operator                 | kind     | policy                        | matches                       | matches too             | does not                 | neither
  StringEquals             | positive | red                           | red                           | red                     | blue                     | Red
  StringNotEquals          | negated  | red                           | red                           | red                     | blue                     | Red
  StringEqualsIgnoreCase   | positive | red                           | RED                           | Red                     | blue                     | reds
  StringNotEqualsIgnoreCase | negated | red                           | RED                           | Red                     | blue                     | reds
  StringLike               | positive | r*                            | red                           | rose                    | blue                     | Red
  StringNotLike            | negated  | r*                            | red                           | rose                    | blue                     | Red
  NumericEquals            | positive | 10                            | 10                            | 10.0                    | 9                        | 11
  NumericNotEquals         | negated  | 10                            | 10                            | 10.0                    | 9                        | 11
  NumericLessThan          | positive | 10                            | 9                             | -10                     | 10                       | 11
  NumericLessThanEquals    | positive | 10                            | 9                             | 10                      | 10.1                     | 11
  NumericGreaterThan       | positive | 10                            | 11                            | 10.1                    | 10                       | 9
  NumericGreaterThanEquals | positive | 10                            | 11                            | 10                      | 9.9                      | -11
  DateEquals               | positive | 2020-01-01T00:00:01Z          | 2020-01-01T00:00:01Z          | 1577836801              | 2020-01-01T00:00:02Z     | 1577836800
  DateNotEquals            | negated  | 2020-01-01T00:00:01Z          | 2020-01-01T00:00:01Z          | 1577836801              | 2020-01-01T00:00:02Z     | 1577836800
  DateLessThan             | positive | 2020-01-01T00:00:01Z          | 2020-01-01T00:00:00Z          | 1577836800              | 2020-01-01T00:00:01Z     | 2021-01-01
  DateLessThanEquals       | positive | 2020-01-01T00:00:01Z          | 2020-01-01T00:00:01Z          | 2019-12-31              | 2020-01-01T00:00:02Z     | 1577836802
  DateGreaterThan          | positive | 2020-01-01T00:00:01Z          | 2020-01-01T00:00:02Z          | 2021-01-01              | 2020-01-01T00:00:01Z     | 1577836800
  DateGreaterThanEquals    | positive | 2020-01-01T00:00:01Z          | 2020-01-01T00:00:01Z          | 1577836802              | 2020-01-01T00:00:00Z     | 2019-12-31
  Bool                     | positive | true                          | true                          | True                    | false                    | False
  BinaryEquals             | positive | QmluYXJ5VmFsdWVJbkJhc2U2NA==  | QmluYXJ5VmFsdWVJbkJhc2U2NA==  | QmluYXJ5VmFsdWVJbkJhc2U2NA== | QQ==                | Qg==
  IpAddress                | positive | 203.0.113.0/24                | 203.0.113.1                   | 203.0.113.255           | 203.0.112.1              | 2001:db8::1
  NotIpAddress             | negated  | 203.0.113.0/24                | 203.0.113.1                   | 203.0.113.255           | 203.0.112.1              | 2001:db8::1
  ArnEquals                | positive | arn:aws:sns:*:111122223333:a  | arn:aws:sns:x:111122223333:a  | arn:aws:sns:y:111122223333:a | arn:aws:sns:x:444455556666:a | arn:aws:sns:x:111122223333:b
  ArnLike                  | positive | arn:aws:sns:*:111122223333:a  | arn:aws:sns:x:111122223333:a  | arn:aws:sns:y:111122223333:a | arn:aws:sns:x:444455556666:a | arn:aws:sns:x:111122223333:b
  ArnNotEquals             | negated  | arn:aws:sns:*:111122223333:a  | arn:aws:sns:x:111122223333:a  | arn:aws:sns:y:111122223333:a | arn:aws:sns:x:444455556666:a | arn:aws:sns:x:111122223333:b
  ArnNotLike               | negated  | arn:aws:sns:*:111122223333:a  | arn:aws:sns:x:111122223333:a  | arn:aws:sns:y:111122223333:a | arn:aws:sns:x:444455556666:a | arn:aws:sns:x:111122223333:b
`);

const FORMS = ['', 'IfExists', 'ForAllValues:', 'ForAnyValue:', 'ForAllValues: IfExists', 'ForAnyValue: IfExists'];

/**
 * "If the key that you specify in a policy condition is not present in the request context, the values do not match and the condition is
 * false. If the policy condition requires that the key is not matched … and the right key is not present, the condition is true."
 * "If the key is not present, evaluate the condition element as true" (IfExists): reference_policies_elements_condition_operators.html
 * ForAllValues "returns true if there are no context keys in the request"; ForAnyValue: "For no matching context key or if the key does
 * not exist, the condition returns false": reference_policies_condition-single-vs-multi-valued-context-keys.html
 * A multivalued key without a set operator is not documented.
 */
const EXPECTED = {
  positive: rows(`
    request        | plain   | IfExists | ForAllValues | ForAnyValue | ForAllValues…IfExists | ForAnyValue…IfExists
    missing        | no      | yes      | yes          | no          | yes                   | yes
    unknown        | unknown | unknown  | unknown      | unknown     | unknown               | unknown
    a              | yes     | yes      | yes          | yes         | yes                   | yes
    x              | no      | no       | no           | no          | no                    | no
    []             | unknown | unknown  | yes          | no          | yes                   | unknown
    [a]            | unknown | unknown  | yes          | yes         | yes                   | yes
    [x]            | no      | no       | no           | no          | no                    | no
    [a,b]          | unknown | unknown  | yes          | yes         | yes                   | yes
    [a,x]          | unknown | unknown  | no           | yes         | no                    | yes
    [x,a]          | unknown | unknown  | no           | yes         | no                    | yes
    [x,y]          | no      | no       | no           | no          | no                    | no
  `),
  negated: rows(`
    request        | plain   | IfExists | ForAllValues | ForAnyValue | ForAllValues…IfExists | ForAnyValue…IfExists
    missing        | yes     | yes      | yes          | no          | yes                   | yes
    unknown        | unknown | unknown  | unknown      | unknown     | unknown               | unknown
    a              | no      | no       | no           | no          | no                    | no
    x              | yes     | yes      | yes          | yes         | yes                   | yes
    []             | unknown | unknown  | yes          | no          | yes                   | unknown
    [a]            | no      | no       | no           | no          | no                    | no
    [x]            | unknown | unknown  | yes          | yes         | yes                   | yes
    [a,b]          | no      | no       | no           | no          | no                    | no
    [a,x]          | unknown | unknown  | no           | yes         | no                    | yes
    [x,a]          | unknown | unknown  | no           | yes         | no                    | yes
    [x,y]          | unknown | unknown  | yes          | yes         | yes                   | yes
  `),
};

describe.each(OPERATORS)('%s', (operator = '', kind, policy = '', ...samples) => {
  const expected = kind === 'negated' ? EXPECTED.negated : EXPECTED.positive;
  const cells = expected.flatMap(([state = '', ...matches]) =>
    FORMS.map((form, index) => [form === '' ? 'plain' : form, state, matches[index] ?? '', form] as const),
  );
  it.each(cells)('%s, request %s: %s', (_name, state, match, form) => {
    const [prefix, suffix] = form.includes(':') ? form.split(' ') : ['', form];
    const finding = matchCondition(
      pair(`${prefix ?? ''}${operator}${suffix ?? ''}`, 'aws:Key', policy),
      'yes',
      request({ 'AWS:KEY': contextValue(state, samples) }),
    );
    expect(finding.match).toBe(match);
    expect(finding.gap === undefined).toBe(match !== 'unknown');
  });
});

/** `a` and `b` match, `x` and `y` do not. */
function contextValue(state: string, [a = '', b = '', x = '', y = '']: readonly string[]): ContextValue {
  if (state === 'missing') return MISSING;
  if (state === 'unknown') return UNKNOWN;
  const values = [...state.replace(/\W/g, '')].map((letter) => ({ a, b, x, y })[letter] ?? '');
  return state.startsWith('[') ? multiValue(values) : singleValue(...values);
}

// "If your policy condition has multiple values for a single context key, the values are evaluated using a logical OR"; "for a negated
// matching condition operator … a logical NOR": reference_policies_condition-logic-multiple-context-keys-or-values.html
const LISTS = rows(`
  operator                      | policy      | request | match
  StringEquals                  | red,green   | green   | yes
  StringEquals                  | red,green   | blue    | no
  StringNotEquals               | red,green   | green   | no
  StringNotEquals               | red,green   | red     | no
  StringNotEquals               | red,green   | blue    | yes
  StringNotLike                 | r*,g*       | green   | no
  StringNotLike                 | r*,g*       | blue    | yes
  NumericNotEquals              | 1,2         | 2       | no
  NumericNotEquals              | 1,2         | 3       | yes
  NumericLessThan               | 1,5         | 3       | yes
  NotIpAddress                  | 10.0.0.0/8,192.0.2.0/24 | 192.0.2.1 | no
  NotIpAddress                  | 10.0.0.0/8,192.0.2.0/24 | 192.0.3.1 | yes
  Bool                          | true,false  | false   | yes
  ForAllValues:StringEquals     | red,green   | red+green | yes
  ForAllValues:StringEquals     | red,green   | red+blue  | no
  ForAnyValue:StringEquals      | red,green   | blue+green | yes
  ForAnyValue:StringEquals      | red,green   | blue+black | no
  ForAllValues:StringNotEquals  | red,green   | blue+black | yes
  ForAllValues:StringNotEquals  | red,green   | blue+red   | no
  ForAnyValue:StringNotEquals   | red,green   | blue+red   | yes
  ForAnyValue:StringNotEquals   | red,green   | green+red  | no
`);

describe('several values', () => {
  it.each(LISTS)('%s [%s], request %s: %s', (operator = '', policy = '', asked = '', match) => {
    const value = operator.includes(':') ? multiValue(asked.split('+')) : singleValue(asked);
    const finding = matchCondition(pair(operator, 'k', ...policy.split(',')), 'yes', request({ k: value }));
    expect(finding.match).toBe(match);
  });
});

// AWS's own two tables: reference_policies_condition-single-vs-multi-valued-context-keys.html
const TAG_KEYS = rows(`
  operator                  | aws:TagKeys             | match
  ForAllValues:StringEquals | environment             | yes
  ForAllValues:StringEquals | cost-center             | yes
  ForAllValues:StringEquals | environment,cost-center | yes
  ForAllValues:StringEquals | environment,dept        | no
  ForAllValues:StringEquals | (none)                  | yes
  ForAnyValue:StringEquals  | environment             | yes
  ForAnyValue:StringEquals  | cost-center             | yes
  ForAnyValue:StringEquals  | environment,cost-center | yes
  ForAnyValue:StringEquals  | environment,dept        | yes
  ForAnyValue:StringEquals  | dept                    | no
  ForAnyValue:StringEquals  | (none)                  | no
`);

describe("AWS's examples of set operators", () => {
  it.each(TAG_KEYS)('%s, tag keys %s: %s', (operator = '', keys = '', match) => {
    const value = keys === '(none)' ? MISSING : multiValue(keys.split(','));
    const condition = pair(operator, 'aws:TagKeys', 'environment', 'cost-center');
    expect(matchCondition(condition, 'yes', request({ 'aws:TagKeys': value })).match).toBe(match);
  });
});

// An empty text: compared by plain operators; its pages called it an empty set at times, for set operators and Null.
const EMPTY_TEXTS = rows(`
  operator                              | policy | request | match
  StringEquals                          | ""     | ""      | yes
  StringEquals                          | a      | ""      | no
  StringEquals                          | ""     | a       | no
  StringNotEquals                       | ""     | ""      | no
  StringNotEquals                       | a      | ""      | yes
  StringEqualsIfExists                  | a      | ""      | no
  StringEqualsIgnoreCase                | ""     | ""      | yes
  StringLike                            | *      | ""      | yes
  StringLike                            | ?      | ""      | no
  StringNotLike                         | *      | ""      | no
  StringNotLike                         | ?      | ""      | yes
  ForAllValues:StringEquals             | ""     | ""      | yes
  ForAllValues:StringEquals             | a      | ""      | unknown
  ForAnyValue:StringEquals              | a      | ""      | no
  ForAnyValue:StringEquals              | ""     | ""      | unknown
  ForAllValues:StringNotEquals          | a      | ""      | yes
  ForAllValues:StringNotEquals          | ""     | ""      | unknown
  ForAnyValue:StringNotEquals           | a      | ""      | unknown
  ForAnyValue:StringNotEquals           | ""     | ""      | no
  ForAllValues:StringEqualsIfExists     | ""     | ""      | yes
  ForAnyValue:StringEqualsIfExists      | a      | ""      | unknown
  NumericEquals                         | 0      | ""      | no
  NumericNotEquals                      | 0      | ""      | unknown
  NumericLessThan                       | 5      | ""      | no
  DateEquals                            | 0      | ""      | no
  DateNotEquals                         | 0      | ""      | unknown
  Bool                                  | true   | ""      | no
  Bool                                  | false  | ""      | unknown
  IpAddress                             | 0.0.0.0/0 | ""   | no
  NotIpAddress                          | 0.0.0.0/0 | ""   | unknown
  ArnLike                               | arn:aws:iam::1:user/* | "" | no
  ArnNotLike                            | arn:aws:iam::1:user/* | "" | unknown
  BinaryEquals                          | QQ==   | ""      | no
  Null                                  | true   | ""      | unknown
  Null                                  | false  | ""      | unknown
`);

describe('an empty text', () => {
  it.each(EMPTY_TEXTS)('%s %j, request %j: %s', (operator = '', policy = '', asked = '', match) => {
    expect(matchCondition(pair(operator, 'k', policy), 'yes', request({ k: singleValue(asked) })).match).toBe(match);
  });

  it('beside another one is a value like any other', () => {
    const context = request({ k: multiValue(['', 'a']) });
    expect(matchCondition(pair('ForAllValues:StringEquals', 'k', 'a'), 'yes', context).match).toBe('no');
    expect(matchCondition(pair('ForAnyValue:StringEquals', 'k', 'a'), 'yes', context).match).toBe('yes');
  });
});

// "If a variable has no value, the condition element … never matches": https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value
describe('a key that is not known, and values with a variable that has none', () => {
  const LACKING = variable('aws:username');
  it.each<[string, readonly string[], string]>([
    ['StringEquals', [LACKING], 'no'],
    ['StringLike', [`${LACKING}*`, `a-${LACKING}`], 'no'],
    ['ArnLike', [`arn:aws:iam::*:user/${LACKING}`], 'no'],
    ['ForAnyValue:StringEquals', [LACKING], 'no'],
    ['StringEquals', [LACKING, 'anna'], 'unknown'],
    ['StringEquals', [variable(`aws:username, 'anna'`)], 'unknown'],
    ['StringEquals', [variable('aws:SourceIp')], 'unknown'],
    ['StringEqualsIfExists', [LACKING], 'unknown'],
    ['ForAllValues:StringEquals', [LACKING], 'unknown'],
    ['StringNotEquals', [LACKING], 'unknown'],
    ['NumericEquals', [LACKING], 'unknown'],
    ['Null', [LACKING], 'unknown'],
  ])('%s %j: %s', (operator, values, match) => {
    const context = request({ k: UNKNOWN, 'aws:username': MISSING, 'aws:SourceIp': UNKNOWN });
    expect(matchCondition(pair(operator, 'k', ...values), 'yes', context).match).toBe(match);
  });

  it('is open where variables do not work in the policy', () => {
    const context = request({ k: UNKNOWN, 'aws:username': MISSING });
    expect(matchCondition(pair('StringEquals', 'k', LACKING), 'no', context).match).toBe('unknown');
  });
});
