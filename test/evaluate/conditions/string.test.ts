import { describe, expect, it } from 'vitest';
import type { Tri } from '../../../src/model/tri.ts';
import { multiValue, singleValue } from '../../../src/request/request-context.ts';
import { GAP, pair, request, rows, UNKNOWN, variable } from '../rows.ts';
import { matchCondition } from './match.ts';
import { comparisons } from './values.ts';

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String
describe('strings', () => {
  // "Exact matching, case sensitive"
  comparisons(
    'StringEquals',
    'StringNotEquals',
    `
    policy        | request       | equals | not equals
    iamuser-admin | iamuser-admin | yes    | no
    iamuser-admin | iamuser-Admin | no     | yes
    iamuser-admin | iamuser-admi  | no     | yes
    iamuser-admin | iamuser-admin2 | no    | yes
    *             | anything      | no     | yes
    *             | *             | yes    | no
    ?             | a             | no     | yes
    repo:a/b:*    | repo:a/b:ref  | no     | yes
    " a"          | a             | no     | yes
    "a "          | "a "          | yes    | no
    10            | 10.0          | no     | yes
    true          | True          | no     | yes
    "é"           | "é"           | yes    | no
    "é"           | "\\u0065\\u0301" | no  | yes
    `,
  );
  // "Exact matching, ignoring case"
  comparisons(
    'StringEqualsIgnoreCase',
    'StringNotEqualsIgnoreCase',
    `
    policy  | request | equals  | not equals
    johndoe | johndoe | yes     | no
    johndoe | JohnDoe | yes     | no
    JOHNDOE | johndoe | yes     | no
    johndoe | janedoe | no      | yes
    john*   | johndoe | no      | yes
    john*   | JOHN*   | yes     | no
    "É"     | "é"     | yes     | no
    "ß"     | SS      | unknown | unknown
    "\\u212a" | k     | unknown | unknown
    `,
  );
  // "Case-sensitive matching. The values can include multi-character match wildcards (*) and single-character match wildcards (?)"
  comparisons(
    'StringLike',
    'StringNotLike',
    `
    policy  | request        | like | not like
    ""      | ""             | yes  | no
    home/   | home/          | yes  | no
    home/   | home/a         | no   | yes
    home/*  | home/a/b       | yes  | no
    home/*  | Home/a         | no   | yes
    home/?  | home/a         | yes  | no
    home/?  | home/ab        | no   | yes
    *       | anything: /all | yes  | no
    t2.*    | t2.micro       | yes  | no
    t2.*    | m3.large       | no   | yes
    *prod*  | my-prod-app    | yes  | no
    arn:aws:someservice:*:111122223333:finance/* | arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt | yes | no
    repo:org/app:ref:refs/heads/* | repo:org/app:ref:refs/heads/main | yes | no
    repo:org/app:ref:refs/heads/* | repo:org/app:pull_request | no | yes
    `,
  );
});

const context = (asked: string) =>
  request({
    k: singleValue(asked),
    'aws:username': singleValue('bob'),
    'aws:PrincipalTag/wild': singleValue('*'),
    'aws:PrincipalTag/empty': singleValue(''),
    'aws:TagKeys': multiValue(['bob', 'eve']),
    'aws:SourceIdentity': UNKNOWN,
  });

// "You can use a policy variable with the String condition operator." A variable with no value: "StringEquals or StringLike do not match";
// "StringNotEquals or StringNotLike do match against a null value".
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value
const VARIABLES = rows(`
  operator                | policy                              | variables | request          | match
  StringEquals            | \${aws:username}                    | yes       | bob              | yes
  StringEquals            | \${aws:username}                    | yes       | eve              | no
  StringEquals            | \${aws:username}                    | yes       | \${aws:username} | no
  StringEquals            | \${aws:username}                    | no        | bob              | no
  StringEquals            | \${aws:username}                    | no        | \${aws:username} | yes
  StringEquals            | \${aws:username}                    | unknown   | bob              | unknown
  StringEquals            | \${aws:username}-x                  | unknown   | bob              | no
  StringNotEquals         | \${aws:username}-x                  | unknown   | bob              | unknown
  StringNotEquals         | \${aws:username}                    | yes       | bob              | no
  StringNotEquals         | \${aws:username}                    | yes       | eve              | yes
  StringEqualsIgnoreCase  | \${aws:username}                    | yes       | BOB              | yes
  StringLike              | home/\${aws:username}/*             | yes       | home/bob/x       | yes
  StringLike              | home/\${aws:username}/*             | yes       | home/eve/x       | no
  StringNotLike           | home/\${aws:username}/*             | yes       | home/eve/x       | yes
  StringLike              | \${aws:PrincipalTag/wild}           | yes       | anything         | no
  StringLike              | \${aws:PrincipalTag/wild}           | yes       | *                | yes
  StringEquals            | \${*}                               | yes       | *                | yes
  StringEquals            | \${*}                               | yes       | a                | no
  StringEquals            | \${*}                               | no        | \${*}            | yes
  StringLike              | a\${*}                              | yes       | a*               | yes
  StringLike              | a\${*}                              | yes       | ab               | no
  StringNotLike           | a\${?}                              | yes       | ab               | yes
  StringEquals            | \${aws:PrincipalTag/none}           | yes       | bob              | no
  StringEqualsIgnoreCase  | \${aws:PrincipalTag/none}           | yes       | bob              | no
  StringLike              | \${aws:PrincipalTag/none}*          | yes       | bob              | no
  StringEqualsIfExists    | \${aws:PrincipalTag/none}           | yes       | bob              | no
  StringNotEquals         | \${aws:PrincipalTag/none}           | yes       | bob              | yes
  StringNotEqualsIgnoreCase | \${aws:PrincipalTag/none}         | yes       | bob              | yes
  StringNotLike           | \${aws:PrincipalTag/none}*          | yes       | bob              | yes
  StringEquals            | \${aws:PrincipalTag/none, 'bob'}    | yes       | bob              | yes
  StringNotEquals         | \${aws:PrincipalTag/none, 'bob'}    | yes       | bob              | no
  StringEquals            | \${aws:SourceIdentity}              | yes       | bob              | unknown
  StringNotEquals         | \${aws:SourceIdentity}              | yes       | bob              | unknown
  StringEqualsIgnoreCase  | \${aws:SourceIdentity}              | yes       | bob              | unknown
  StringLike              | a/\${aws:SourceIdentity}            | yes       | a/x              | unknown
  StringLike              | a/\${aws:SourceIdentity}            | yes       | b/x              | no
  StringNotLike           | a/\${aws:SourceIdentity}            | yes       | b/x              | unknown
  StringEquals            | \${aws:TagKeys}                     | yes       | bob              | unknown
  StringEquals            | \${aws:PrincipalTag/empty}          | yes       | bob              | unknown
  ForAnyValue:StringEquals    | \${aws:username}                | yes       | bob              | yes
  ForAllValues:StringNotEquals | \${aws:PrincipalTag/none}      | yes       | bob              | yes
`);

describe('strings with policy variables', () => {
  it.each(VARIABLES)(
    '%s %s (variables: %s), request %s: %s',
    (operator = '', policy = '', variables, asked = '', match) => {
      const finding = matchCondition(pair(operator, 'k', policy), variables as Tri, context(asked)); // the table has no other words
      expect(finding.match).toBe(match);
      expect(finding.gap === undefined).toBe(match !== 'unknown');
    },
  );

  it('has the gap of the variable', () => {
    const condition = pair('StringEquals', 'k', 'x', variable('aws:SourceIdentity'));
    expect(matchCondition(condition, 'yes', context('bob')).gap).toBe(GAP);
    expect(matchCondition(condition, 'yes', context('x'))).toMatchObject({ match: 'yes' });
  });
});
