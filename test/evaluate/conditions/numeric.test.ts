import { describe, expect, it } from 'vitest';
import { singleValue } from '../../../src/request/request-context.ts';
import { pair, request, rows, variable } from '../rows.ts';
import { matchCondition } from './match.ts';
import { comparisons } from './values.ts';

// "comparing a key to an integer or decimal value"
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric
const ORDER = rows(`
  policy              | request              | order
  10                  | 10                   | =
  10                  | 10.0                 | =
  10.50               | 10.5                 | =
  010                 | 10                   | =
  0                   | -0                   | =
  0.0                 | 0                    | =
  10                  | 9                    | <
  9                   | 10                   | >
  100                 | 20                   | <
  -1                  | 0                    | >
  -1                  | -2                   | <
  -10                 | -9                   | >
  1.5                 | 1.45                 | <
  1.5                 | 1.49999              | <
  0.1                 | 0.10001              | >
  -0.5                | 0.5                  | >
  9007199254740992    | 9007199254740993     | >
  9007199254740993    | 9007199254740992     | <
  0.12345678901234567 | 0.12345678901234568  | >
  100000000000000000000000 | 99999999999999999999999 | <
`);

const OPERATORS = rows(`
  operator                 | <   | =   | >
  NumericEquals            | no  | yes | no
  NumericNotEquals         | yes | no  | yes
  NumericLessThan          | yes | no  | no
  NumericLessThanEquals    | yes | yes | no
  NumericGreaterThan       | no  | no  | yes
  NumericGreaterThanEquals | no  | yes | yes
`);

describe('numbers', () => {
  const cells = ORDER.flatMap(([policy = '', asked = '', order = '']) =>
    OPERATORS.map(([operator = '', ...matches]) => [operator, policy, asked, matches['<=>'.indexOf(order)]] as const),
  );
  it.each(cells)('%s %s, request %s: %s', (operator, policy, asked, match) => {
    expect(matchCondition(pair(operator, 'k', policy), 'yes', request({ k: singleValue(asked) })).match).toBe(match);
  });
});

// What AWS does with texts that are no such numbers is not documented; one that nobody reads as a number equals none.
describe('texts that are no plain numbers', () => {
  comparisons(
    'NumericEquals',
    'NumericNotEquals',
    `
    policy     | request | equals  | not equals
    ten        | 10      | no      | unknown
    10         | ten     | no      | unknown
    10         | ""      | no      | unknown
    10         | " "     | no      | unknown
    10         | 10 GB   | no      | unknown
    10,5       | 10      | no      | unknown
    1.2.3      | 1       | no      | unknown
    ten        | 1e1     | no      | unknown
    1e1        | 10      | unknown | unknown
    10         | 1e1     | unknown | unknown
    +10        | 10      | unknown | unknown
    10         | " 10"   | unknown | unknown
    .5         | 0.5     | unknown | unknown
    5.         | 5       | unknown | unknown
    0x0A       | 10      | unknown | unknown
    Infinity   | 10      | unknown | unknown
    `,
  );
  comparisons(
    'NumericLessThan',
    null,
    `
    policy | request | less
    ten    | 10      | no
    10     | few     | no
    1e9    | 10      | unknown
    `,
  );

  // "You can not use a policy variable with the Numeric condition operator."
  it.each([
    ['yes', 'unknown'],
    ['unknown', 'unknown'],
    ['no', 'no'],
  ] as const)('a policy variable (variables: %s): %s', (variables, match) => {
    const context = request({ k: singleValue('10'), 'aws:MultiFactorAuthAge': singleValue('10') });
    const condition = pair('NumericEquals', 'k', variable('aws:MultiFactorAuthAge'));
    expect(matchCondition(condition, variables, context).match).toBe(match);
  });
});
