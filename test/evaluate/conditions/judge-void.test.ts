import { describe, expect, it } from 'vitest';
import type { ContextValue } from '../../../src/model/request.ts';
import { MISSING, multiValue, singleValue } from '../../../src/request/request-context.ts';
import { pair, request, rows, UNKNOWN, variable } from '../rows.ts';
import { matchCondition } from './match.ts';

const NO_VALUE = variable('aws:username');

/** What the request may have under a key that nobody told. */
const POSSIBLE: readonly ContextValue[] = [
  MISSING,
  ...['', 'a', NO_VALUE].map((value) => singleValue(value)),
  ...[[], [''], ['a'], ['a', 'b']].map(multiValue),
];

// The request has no aws:username, so that the value of the policy matches nothing.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value
const OPERATORS = rows(`
  operator                             | key not known
  StringEquals                         | no
  StringEqualsIgnoreCase               | no
  StringLike                           | no
  ArnEquals                            | no
  ArnLike                              | no
  ForAnyValue:StringLike               | no
  ForAnyValue:ArnLike                  | no
  StringEqualsIfExists                 | unknown
  ArnLikeIfExists                      | unknown
  ForAllValues:StringEquals            | unknown
  ForAnyValue:StringEqualsIfExists     | unknown
  ForAllValues:StringEqualsIfExists    | unknown
  StringNotEquals                      | unknown
  StringNotLike                        | unknown
  ArnNotEquals                         | unknown
  StringNotEqualsIfExists              | unknown
  ForAnyValue:StringNotEquals          | unknown
  ForAllValues:StringNotEquals         | yes
  ForAllValues:ArnNotLike              | yes
  ForAllValues:StringNotLikeIfExists   | yes
  NumericEquals                        | unknown
  Bool                                 | unknown
  Null                                 | unknown
`);

describe('a value with a variable that has no value', () => {
  it.each(OPERATORS)('%s: %s where the key is not known', (operator = '', match = '') => {
    const condition = pair(operator, 'k', NO_VALUE, `${NO_VALUE}-2`);
    expect(matchCondition(condition, 'yes', request({ k: UNKNOWN })).match).toBe(match);
    if (match === 'unknown') return;
    for (const k of POSSIBLE) expect(matchCondition(condition, 'yes', request({ k })).match).toBe(match);
  });

  it.each([
    ['has a default', [variable("aws:username, 'a'")], 'yes', 'unknown'],
    ['is listed with another value', [NO_VALUE, 'a'], 'yes', 'unknown'],
    ['is not known to have none', [variable('other')], 'yes', 'unknown'],
    ['stands beside a variable that is not known', [`${variable('other')}/${NO_VALUE}`], 'yes', 'no'],
    ['is plain text in this version', [NO_VALUE], 'no', 'unknown'],
    ['may be plain text', [NO_VALUE], 'unknown', 'unknown'],
    ['stands for a character', [variable('*')], 'yes', 'unknown'],
  ] as const)('that %s', (_what, values, variables, match) => {
    const context = request({ k: UNKNOWN, other: UNKNOWN });
    expect(matchCondition(pair('StringLike', 'k', ...values), variables, context).match).toBe(match);
  });

  it('says nothing where the policy holds a value that cannot be read', () => {
    const condition = { ...pair('StringEquals', 'k', NO_VALUE), complete: false };
    expect(matchCondition(condition, 'yes', request({ k: UNKNOWN })).match).toBe('unknown');
  });
});
