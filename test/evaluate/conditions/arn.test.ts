import { describe, expect, it } from 'vitest';
import type { Tri } from '../../../src/model/tri.ts';
import { singleValue } from '../../../src/request/request-context.ts';
import { pair, request, rows, UNKNOWN } from '../rows.ts';
import { matchCondition } from './match.ts';
import { comparisons } from './values.ts';

// "Case-sensitive matching of the ARN. Each of the six colon-delimited components of the ARN is checked separately and each can include
// multi-character match wildcards (*) or single-character match wildcards (?). … ArnEquals and ArnLike … behave identically."
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
const ARNS = `
  policy                                       | request                                             | like    | not like
  arn:aws:iam::111122223333:role/app           | arn:aws:iam::111122223333:role/app                  | yes     | no
  arn:aws:iam::111122223333:role/app           | arn:aws:iam::111122223333:role/App                  | no      | yes
  arn:aws:iam::111122223333:role/app           | arn:aws:iam::111122223333:role/path/app             | no      | yes
  arn:aws:iam::111122223333:role/*             | arn:aws:iam::111122223333:role/path/app             | yes     | no
  arn:aws:iam::111122223333:role/app-?         | arn:aws:iam::111122223333:role/app-1                | yes     | no
  arn:aws:iam::111122223333:role/app-?         | arn:aws:iam::111122223333:role/app-12               | no      | yes
  arn:aws:iam::*:role/app                      | arn:aws:iam::111122223333:role/app                  | yes     | no
  arn:aws:iam::*:role/app                      | arn:aws:iam::444455556666:role/app                  | yes     | no
  arn:aws:iam::11112222????:role/app           | arn:aws:iam::111122223333:role/app                  | yes     | no
  arn:*:iam::111122223333:role/app             | arn:aws-cn:iam::111122223333:role/app               | yes     | no
  arn:aws*:iam::111122223333:role/app          | arn:aws-us-gov:iam::111122223333:role/app           | yes     | no
  arn:aws:*:*:*:*                              | arn:aws:s3:::bucket                                 | yes     | no
  *:*:*:*:*:*                                  | arn:aws:s3:::bucket                                 | yes     | no
  arn:aws:s3:::bucket                          | arn:aws:s3:::bucket/key                             | no      | yes
  arn:aws:s3:::*                               | arn:aws:s3:::bucket/key:with:colons                 | yes     | no
  arn:aws:s3:::bucket/*                        | arn:aws:s3:::bucket/key:with:colons                 | yes     | no
  arn:aws:s3:::*:colons                        | arn:aws:s3:::bucket/key:with:colons                 | yes     | no
  arn:aws:logs:eu-west-1:1:log-group:x:*       | arn:aws:logs:eu-west-1:1:log-group:x:stream         | yes     | no
  arn:aws:logs:eu-west-1:1:log-group:x         | arn:aws:logs:eu-west-1:1:log-group:x:stream         | no      | yes
  arn:aws:someservice:*:111122223333:finance/* | arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt | no | yes
  arn:aws:someservice:*:999999999999:store/*   | arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt | yes | no
  arn:aws:sns:us-*:1:t                         | arn:aws:sns:us-east-1:1:t                           | yes     | no
  arn:aws:sns:us-*:1:t                         | arn:aws:sns:eu-west-1:1:t                           | no      | yes
  arn:aws:sns:us-east-1:1:t                    | arn:aws:SNS:us-east-1:1:t                           | no      | yes
  arn:aws:sns:*:t                              | arn:aws:sns:us-east-1:1:t                           | unknown | unknown
  arn:aws:sns:*:t                              | arn:aws:sns:us-east-1:1:u                           | no      | unknown
  arn:aws:s3*                                  | arn:aws:s3:::bucket                                 | unknown | unknown
  *                                            | arn:aws:s3:::bucket                                 | unknown | unknown
  ""                                           | arn:aws:s3:::bucket                                 | no      | unknown
  arn:aws:iam::111122223333:role/*             | not-an-arn                                          | no      | unknown
  arn:aws:iam::111122223333:role/*             | arn:aws:iam::111122223333                           | no      | unknown
  arn:aws:iam::111122223333:role/*             | arn:aws:iam:role/app                                | no      | unknown
  *:*:*:*:*:*                                  | a:b:c:d:e:f                                         | unknown | unknown
`;

describe('ARNs', () => {
  comparisons('ArnLike', 'ArnNotLike', ARNS);
  comparisons('ArnEquals', 'ArnNotEquals', ARNS);
});

const context = request({
  k: singleValue('arn:aws:iam::111122223333:user/bob'),
  'aws:username': singleValue('bob'),
  'aws:PrincipalAccount': singleValue('111122223333'),
  'aws:PrincipalArn': singleValue('arn:aws:iam::111122223333:user/bob'),
  'aws:PrincipalTag/wild': singleValue('*'),
  'aws:SourceIdentity': UNKNOWN,
});

// "You can use a policy variable with the ARN condition operator."
const VARIABLES = rows(`
  operator   | policy                                                  | variables | match
  ArnLike    | arn:aws:iam::111122223333:user/\${aws:username}         | yes       | yes
  ArnLike    | arn:aws:iam::111122223333:user/\${aws:username}         | no        | no
  ArnLike    | arn:aws:iam::111122223333:user/\${aws:username}         | unknown   | unknown
  ArnLike    | arn:aws:iam::444455556666:user/\${aws:username}         | unknown   | no
  ArnNotLike | arn:aws:iam::111122223333:user/\${aws:username}         | yes       | no
  ArnLike    | arn:aws:iam::\${aws:PrincipalAccount}:user/*            | yes       | yes
  ArnEquals  | \${aws:PrincipalArn}                                    | yes       | yes
  ArnLike    | arn:aws:iam::111122223333:user/\${aws:PrincipalTag/wild} | yes      | no
  ArnLike    | arn:aws:iam::111122223333:user/\${*}                    | yes       | no
  ArnLike    | arn:aws:iam::111122223333:user/\${aws:PrincipalTag/no}  | yes       | no
  ArnNotLike | arn:aws:iam::111122223333:user/\${aws:PrincipalTag/no}  | yes       | yes
  ArnLike    | arn:aws:iam::111122223333:user/\${aws:PrincipalTag/no, 'bob'} | yes | yes
  ArnLike    | arn:aws:iam::111122223333:user/\${aws:SourceIdentity}   | yes       | unknown
  ArnNotLike | arn:aws:iam::111122223333:user/\${aws:SourceIdentity}   | yes       | unknown
  ArnLike    | arn:aws:iam::444455556666:user/\${aws:SourceIdentity}   | yes       | no
  ArnNotLike | arn:aws:iam::444455556666:user/\${aws:SourceIdentity}   | yes       | unknown
`);

describe('ARNs with policy variables', () => {
  it.each(VARIABLES)('%s %s (variables: %s): %s', (operator = '', policy = '', variables, match) => {
    expect(matchCondition(pair(operator, 'k', policy), variables as Tri, context).match).toBe(match); // the table has no other words
  });
});
