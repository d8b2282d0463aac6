import { describe, expect, it } from 'vitest';
import { singleValue } from '../../../src/request/request-context.ts';
import { pair, request, rows, variable } from '../rows.ts';
import { matchCondition } from './match.ts';
import { comparisons } from './values.ts';

// "You must specify date/time values with one of the W3C implementations of the ISO 8601 date formats or in epoch (UNIX) time."
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
// https://www.w3.org/TR/NOTE-datetime
const ORDER = rows(`
  policy                        | request                    | order
  2020-01-01T00:00:01Z          | 2020-01-01T00:00:01Z       | =
  2020-01-01T00:00:01Z          | 2020-01-01T00:00:00Z       | <
  2020-01-01T00:00:01Z          | 2020-01-01T00:00:02Z       | >
  2020-01-01T00:00:00Z          | 2020-01-01                 | =
  2020-01-01                    | 2020-01-01T00:00Z          | =
  2020-01                       | 2020-01-01                 | =
  2020-01-01T00:00:00Z          | 2020-01-01T02:00:00+02:00  | =
  2020-01-01T00:00:00Z          | 2019-12-31T18:30:00-05:30  | =
  2020-01-01T00:00:00Z          | 2020-01-01T00:00:00+01:00  | <
  2020-01-01T00:00:00.5Z        | 2020-01-01T00:00:00.50Z    | =
  2020-01-01T00:00:00.5Z        | 2020-01-01T00:00:00.45Z    | <
  2020-01-01T00:00:00Z          | 2020-01-01T00:00:00.001Z   | >
  2020-01-01T00:00:00Z          | 1577836800                 | =
  1577836800                    | 2020-01-01T00:00:00Z       | =
  1577836800                    | 1577836801                 | >
  1577836800                    | 1577836799                 | <
  2020-01-01T00:00:00Z          | 1577836800000              | >
  0                             | 1970-01-01                 | =
  0                             | 1969-12-31T23:59:59.5Z     | <
  2000-02-29                    | 2000-03-01                 | >
  2020-01-01T00:00:00Z          | 9999-12-31T23:59:59Z       | >
`);

const OPERATORS = rows(`
  operator              | <   | =   | >
  DateEquals            | no  | yes | no
  DateNotEquals         | yes | no  | yes
  DateLessThan          | yes | no  | no
  DateLessThanEquals    | yes | yes | no
  DateGreaterThan       | no  | no  | yes
  DateGreaterThanEquals | no  | yes | yes
`);

describe('times', () => {
  const cells = ORDER.flatMap(([policy = '', asked = '', order = '']) =>
    OPERATORS.map(([operator = '', ...matches]) => [operator, policy, asked, matches['<=>'.indexOf(order)]] as const),
  );
  it.each(cells)('%s %s, request %s: %s', (operator, policy, asked, match) => {
    expect(matchCondition(pair(operator, 'k', policy), 'yes', request({ k: singleValue(asked) })).match).toBe(match);
  });
});

// Four digits are a year or seconds; a time needs its zone; "Wildcards are not permitted". Beyond that AWS says nothing.
describe('texts that are no such times', () => {
  comparisons(
    'DateEquals',
    'DateNotEquals',
    `
    policy                   | request              | equals  | not equals
    2020                     | 2020-01-01           | unknown | unknown
    2020-01-01T00:00:00      | 2020-01-01T00:00:00Z | unknown | unknown
    2020-01-01T00:00:00+0100 | 2020-01-01T00:00:00Z | unknown | unknown
    2020-01-01 00:00:00Z     | 2020-01-01T00:00:00Z | unknown | unknown
    2020-1-1                 | 2020-01-01           | unknown | unknown
    01/02/2020               | 2020-01-02           | unknown | unknown
    1577836800.5             | 2020-01-01           | unknown | unknown
    -1                       | 0                    | unknown | unknown
    2020-01-01               | 2020                 | unknown | unknown
    2020-13-01               | 2020-01-01           | unknown | unknown
    2020-01-01T25:00:00Z     | 2020-01-01           | unknown | unknown
    2020-01-*                | 2020-01-01           | unknown | unknown
    tomorrow                 | 2020-01-01           | no      | unknown
    ""                       | 2020-01-01           | no      | unknown
    2020-01-01               | now                  | no      | unknown
    `,
  );

  // "You can not use a policy variable with the Date condition operator."
  it('a policy variable', () => {
    const context = request({ k: singleValue('2020-01-01'), 'aws:CurrentTime': singleValue('2020-01-01') });
    expect(matchCondition(pair('DateEquals', 'k', variable('aws:CurrentTime')), 'yes', context).match).toBe('unknown');
  });
});
