import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { rows, variable } from './rows.ts';
import { first, identityStatement, layerOf, named, policies, request } from './worlds.ts';

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
// "You can use wildcard characters (* and ?) within the individual segments of an ARN"; "If the * wildcard is the last character of a
// resource ARN segment, it can expand to match beyond the colon boundaries"; "You can't use a wildcard in the service segment".
const RESOURCES = rows(`
  Resource                                        | request                                              | covers
  *                                               | arn:aws:s3:::reports/q1.csv                          | yes
  *                                               | arn:aws:ec2:eu-west-1:1:subnet/\${SubnetId}           | yes
  arn:aws:ec2:*:*:subnet/*                        | arn:aws:ec2:eu-west-1:\${Account}:subnet/\${SubnetId}  | yes
  arn:aws:ec2:eu-west-1:1:subnet/subnet-*         | arn:aws:ec2:eu-west-1:1:subnet/\${SubnetId}           | unknown
  arn:aws:ec2:eu-west-1:1:subnet/subnet-1         | arn:aws:ec2:eu-west-1:1:subnet/\${SubnetId}           | unknown
  arn:aws:ec2:eu-west-1:1:subnet/*                | arn:aws:ec2:eu-west-1:\${Account}:subnet/\${SubnetId}  | unknown
  arn:aws:ec2:eu-west-1:1:*/*                     | arn:aws:ec2:eu-west-1:1:subnet/\${SubnetId}           | unknown
  arn:aws:ec2:eu-west-1:1:sub*                    | arn:aws:ec2:eu-west-1:1:subnet/\${SubnetId}           | yes
  arn:aws:ec2:us-east-1:*:subnet/*                | arn:aws:ec2:eu-west-1:1:subnet/\${SubnetId}           | no
  arn:aws:ec2:*:1:instance/*                      | arn:aws:ec2:eu-west-1:\${Account}:subnet/\${SubnetId}  | no
  arn:aws:ec2:*::image/*                          | arn:aws:ec2:eu-west-1:\${Account}:subnet/\${SubnetId}  | no
  arn:aws:ec2:*net/*                              | arn:aws:ec2:eu-west-1:\${Account}:subnet/\${SubnetId}  | unknown
  arn:aws:ec2:*:subnet/subnet-1                   | arn:aws:ec2:eu-west-1:1:subnet/\${SubnetId}           | unknown
  arn:aws:ec2:*:2:subnet/*                        | arn:aws:ec2:eu-west-1:1:subnet/\${SubnetId}           | no
  arn:aws:s3:::reports                            | arn:aws:ec2:eu-west-1:1:subnet/\${SubnetId}           | no
  **                                              | arn:aws:s3:::reports/q1.csv                          | yes
  arn:aws:s3:::reports/q1.csv                     | arn:aws:s3:::reports/q1.csv                          | yes
  arn:aws:s3:::reports/q1.csv                     | arn:aws:s3:::reports/q1.csvx                         | no
  arn:aws:s3:::reports/q1.csv                     | arn:aws:s3:::reports/q2.csv                          | no
  arn:aws:s3:::reports/Q1.csv                     | arn:aws:s3:::reports/q1.csv                          | no
  arn:aws:s3:::reports                            | arn:aws:s3:::reports                                 | yes
  arn:aws:s3:::reports                            | arn:aws:s3:::reports/q1.csv                          | no
  arn:aws:s3:::reports/*                          | arn:aws:s3:::reports                                 | no
  arn:aws:s3:::reports/*                          | arn:aws:s3:::reports/q1.csv                          | yes
  arn:aws:s3:::reports/*                          | arn:aws:s3:::reports/                                | yes
  arn:aws:s3:::reports/*                          | arn:aws:s3:::reports/a/b/c                           | yes
  arn:aws:s3:::reports*                           | arn:aws:s3:::reports                                 | yes
  arn:aws:s3:::reports*                           | arn:aws:s3:::reports/q1.csv                          | yes
  arn:aws:s3:::reports*                           | arn:aws:s3:::reports-old/q1.csv                      | yes
  arn:aws:s3:::*                                  | arn:aws:s3:::reports                                 | yes
  arn:aws:s3:::*                                  | arn:aws:s3:us-east-1:111122223333:accesspoint/a      | no
  arn:aws:s3:::*/q1.csv                           | arn:aws:s3:::reports/q1.csv                          | yes
  arn:aws:s3:::reports/q?.csv                     | arn:aws:s3:::reports/q1.csv                          | yes
  arn:aws:s3:::reports/q?.csv                     | arn:aws:s3:::reports/q10.csv                         | no
  arn:aws:s3:::reports?q1.csv                     | arn:aws:s3:::reports/q1.csv                          | yes
  arn:aws:s3:::bucket/*/test/*                    | arn:aws:s3:::bucket/1/test/object.jpg                | yes
  arn:aws:s3:::bucket/*/test/*                    | arn:aws:s3:::bucket/1/2/test/object.jpg              | yes
  arn:aws:s3:::bucket/*/test/*                    | arn:aws:s3:::bucket/1/2/test/3/object.jpg            | yes
  arn:aws:s3:::bucket/*/test/*                    | arn:aws:s3:::bucket/1/2/3/test/4/object.jpg          | yes
  arn:aws:s3:::bucket/*/test/*                    | arn:aws:s3:::bucket/1///test///object.jpg            | yes
  arn:aws:s3:::bucket/*/test/*                    | arn:aws:s3:::bucket/1/test/.jpg                      | yes
  arn:aws:s3:::bucket/*/test/*                    | arn:aws:s3:::bucket//test/object.jpg                 | yes
  arn:aws:s3:::bucket/*/test/*                    | arn:aws:s3:::bucket/1/test/                          | yes
  arn:aws:s3:::bucket/*/test/*                    | arn:aws:s3:::bucket/1-test/object.jpg                | no
  arn:aws:s3:::bucket/*/test/*                    | arn:aws:s3:::bucket/test/object.jpg                  | no
  arn:aws:s3:::bucket/*/test/*                    | arn:aws:s3:::bucket/1/2/test.jpg                     | no
  arn:aws-cn:s3:::reports/*                       | arn:aws:s3:::reports/q1.csv                          | no
  arn:aws-us-gov:s3:::reports/*                   | arn:aws:s3:::reports/q1.csv                          | no
  arn:*:s3:::reports/*                            | arn:aws:s3:::reports/q1.csv                          | yes
  arn:aws*:s3:::reports/*                         | arn:aws-cn:s3:::reports/q1.csv                       | yes
  arn:aws:sqs:us-east-2:111122223333:queue1       | arn:aws:sqs:us-east-2:111122223333:queue1            | yes
  arn:aws:sqs:us-east-2:111122223333:queue1       | arn:aws:sqs:us-east-1:111122223333:queue1            | no
  arn:aws:sqs:us-east-2:111122223333:queue1       | arn:aws:sqs:us-east-2:444455556666:queue1            | no
  arn:aws:sqs:us-east-2:111122223333:queue1       | arn:aws:sns:us-east-2:111122223333:queue1            | no
  arn:aws:sqs:*:111122223333:queue1               | arn:aws:sqs:us-east-1:111122223333:queue1            | yes
  arn:aws:sqs:us-*:111122223333:queue1            | arn:aws:sqs:us-east-1:111122223333:queue1            | yes
  arn:aws:sqs:us-*:111122223333:queue1            | arn:aws:sqs:eu-west-1:111122223333:queue1            | no
  arn:aws:sqs:us-*-1:111122223333:queue1          | arn:aws:sqs:us-east-1:111122223333:queue1            | yes
  arn:aws:sqs:us-*-1:111122223333:queue1          | arn:aws:sqs:us-east-2:111122223333:queue1            | no
  arn:aws:sqs:??-west-1:111122223333:queue1       | arn:aws:sqs:eu-west-1:111122223333:queue1            | yes
  arn:aws:sqs:*:*:queue1                          | arn:aws:sqs:eu-west-1:444455556666:queue1            | yes
  arn:aws:sqs:*:*:queue1                          | arn:aws:sqs:eu-west-1:444455556666:queue2            | no
  arn:aws:iam::111122223333:user/Bob              | arn:aws:iam::111122223333:user/Bob                   | yes
  arn:aws:iam::111122223333:user/Bob              | arn:aws:iam::111122223333:user/bob                   | no
  arn:aws:iam::111122223333:user/accounting/*     | arn:aws:iam::111122223333:user/accounting/Bob        | yes
  arn:aws:iam::111122223333:user/accounting/*     | arn:aws:iam::111122223333:user/Bob                   | no
  arn:aws:iam::111122223333:role/deploy           | arn:aws:iam::111122223333:role/teams/deploy          | no
  arn:aws:iam::111122223333:role/teams/deploy     | arn:aws:iam::111122223333:role/deploy                | no
  arn:aws:iam::111122223333:role/*                | arn:aws:iam::111122223333:role/teams/deploy          | yes
  arn:aws:iam::111122223333:role/*/deploy         | arn:aws:iam::111122223333:role/teams/deploy          | yes
  arn:aws:iam::*:role/deploy                      | arn:aws:iam::444455556666:role/deploy                | yes
  arn:aws:iam::111122223333:u*                    | arn:aws:iam::111122223333:user/Bob                   | yes
  arn:aws:iam::111122223333:*                     | arn:aws:iam::111122223333:role/deploy                | yes
  arn:aws:iam::444455556666:*                     | arn:aws:iam::111122223333:role/deploy                | no
  arn:aws:ec2:us-east-1:111122223333:*/*          | arn:aws:ec2:us-east-1:111122223333:instance/i-1      | yes
  arn:aws:ec2:us-east-1:111122223333:instance/*   | arn:aws:ec2:us-east-1:111122223333:volume/vol-1      | no
  arn:aws:logs:us-east-1:111122223333:log-group:app:*     | arn:aws:logs:us-east-1:111122223333:log-group:app:log-stream:x | yes
  arn:aws:logs:us-east-1:111122223333:log-group:*         | arn:aws:logs:us-east-1:111122223333:log-group:app:log-stream:x | yes
  arn:aws:logs:us-east-1:111122223333:log-group:app       | arn:aws:logs:us-east-1:111122223333:log-group:app:log-stream:x | no
  arn:aws:logs:us-east-1:111122223333:*:log-stream:x      | arn:aws:logs:us-east-1:111122223333:log-group:app:log-stream:x | yes
  arn:aws:lambda:us-east-1:111122223333:function:f        | arn:aws:lambda:us-east-1:111122223333:function:f               | yes
  arn:aws:lambda:us-east-1:111122223333:function:f        | arn:aws:lambda:us-east-1:111122223333:function:f:3             | no
  arn:aws:lambda:us-east-1:111122223333:function:f:*      | arn:aws:lambda:us-east-1:111122223333:function:f               | no
  arn:aws:lambda:us-east-1:111122223333:function:f:*      | arn:aws:lambda:us-east-1:111122223333:function:f:3             | yes
  arn:aws:lambda:us-east-1:111122223333:function*         | arn:aws:lambda:us-east-1:111122223333:function:f:3             | yes
  arn:aws:sqs:us-east-1:1111*3333:queue1          | arn:aws:sqs:us-east-1:111122223333:queue1            | yes
  arn:aws:sqs:us-east*:queue1                     | arn:aws:sqs:us-east-1:111122223333:queue1            | unknown
  arn:aws:sqs:us*x:queue1                         | arn:aws:sqs:us-east-1:111122223333:queue1            | no
`);

// A short ARN that ends in `*` expands beyond the colons, as documented above; of others AWS says nothing.
const SHORT = rows(`
  Resource                        | request                                    | covers
  arn:aws:sqs:us-east-1:*         | arn:aws:sqs:us-east-1:111122223333:queue1  | yes
  arn:aws:sqs:us-east-2:*         | arn:aws:sqs:us-east-1:111122223333:queue1  | no
  arn:aws:sqs:us*                 | arn:aws:sqs:us-east-1:111122223333:queue1  | yes
  arn:aws:sqs:*                   | arn:aws:sqs:us-east-1:111122223333:queue1  | yes
  arn:aws:sns:*                   | arn:aws:sqs:us-east-1:111122223333:queue1  | no
  arn:aws:sqs*                    | arn:aws:sqs:us-east-1:111122223333:queue1  | yes
  arn:aws:s3*                     | arn:aws:s3:::reports                       | yes
  arn:aws:s3*                     | arn:aws:sqs:us-east-1:111122223333:queue1  | no
  arn:aws:*                       | arn:aws:sqs:us-east-1:111122223333:queue1  | yes
  arn:aws-cn:*                    | arn:aws:sqs:us-east-1:111122223333:queue1  | no
  arn:*                           | arn:aws:sqs:us-east-1:111122223333:queue1  | yes
  a*                              | arn:aws:sqs:us-east-1:111122223333:queue1  | yes
  b*                              | arn:aws:sqs:us-east-1:111122223333:queue1  | no
  arn:aws:sqs                     | arn:aws:sqs:us-east-1:111122223333:queue1  | unknown
  arn:aws:sqs:us-east-1           | arn:aws:sqs:us-east-1:111122223333:queue1  | unknown
  arn:aws:sqs:us-east-2           | arn:aws:sqs:us-east-1:111122223333:queue1  | no
  arn:aws:sqs:us-east-1:111122223333 | arn:aws:sqs:us-east-1:111122223333:queue1 | unknown
  arn:aws:sqs:*:queue1            | arn:aws:sqs:us-east-1:111122223333:queue1  | unknown
  arn:aws:sns:*:queue1            | arn:aws:sqs:us-east-1:111122223333:queue1  | no
  *queue1                         | arn:aws:sqs:us-east-1:111122223333:queue1  | unknown
  *queue2                         | arn:aws:sqs:us-east-1:111122223333:queue1  | no
  queue1                          | arn:aws:sqs:us-east-1:111122223333:queue1  | no
  reports/*                       | arn:aws:s3:::reports/q1.csv                | no
  ""                              | arn:aws:s3:::reports                       | no
  arn:aws:*:us-east-1:111122223333:queue1 | arn:aws:sqs:us-east-1:111122223333:queue1 | unknown
  arn:aws:*:us-east-1:111122223333:queue2 | arn:aws:sqs:us-east-1:111122223333:queue1 | no
  arn:aws:s?s:us-east-1:111122223333:queue1 | arn:aws:sqs:us-east-1:111122223333:queue1 | unknown
  arn:aws:*:*:*:*                 | arn:aws:sqs:us-east-1:111122223333:queue1  | unknown
  ARN:aws:sqs:us-east-1:111122223333:queue1 | arn:aws:sqs:us-east-1:111122223333:queue1 | unknown
  arn:AWS:sqs:us-east-1:111122223333:queue1 | arn:aws:sqs:us-east-1:111122223333:queue1 | unknown
  arn:aws:SQS:us-east-1:111122223333:queue1 | arn:aws:sqs:us-east-1:111122223333:queue1 | unknown
  arn:aws:sqs:US-EAST-1:111122223333:queue1 | arn:aws:sqs:us-east-1:111122223333:queue1 | unknown
  arn:aws:SQS:us-east-1:111122223333:Queue1 | arn:aws:sqs:us-east-1:111122223333:queue1 | no
  " arn:aws:sqs:us-east-1:111122223333:queue1" | arn:aws:sqs:us-east-1:111122223333:queue1 | no
`);

// "NotResource … matches every resource except those specified":
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html
const LISTS = rows(`
  element                                                                     | request                           | matches
  {"Resource":["arn:aws:s3:::a","arn:aws:s3:::a/*"]}                          | arn:aws:s3:::a/x                  | yes
  {"Resource":["arn:aws:s3:::a","arn:aws:s3:::a/*"]}                          | arn:aws:s3:::b/x                  | no
  {"Resource":[]}                                                             | arn:aws:s3:::b/x                  | no
  {"Resource":["arn:aws:s3:::a",null]}                                        | arn:aws:s3:::b                    | unknown
  {"Resource":["arn:aws:s3:::a",null]}                                        | arn:aws:s3:::a                    | yes
  {"Resource":{"Fn::GetAtt":["Bucket","Arn"]}}                                | arn:aws:s3:::b                    | unknown
  {"Resource":["arn:aws:S3:::a","arn:aws:s3:::a"]}                            | arn:aws:s3:::a                    | yes
  {"Resource":["arn:aws:S3:::a","arn:aws:s3:::b"]}                            | arn:aws:s3:::a                    | unknown
  {"NotResource":["arn:aws:s3:::HRBucket/Payroll","arn:aws:s3:::HRBucket/Payroll/*"]} | arn:aws:s3:::HRBucket/Payroll/x | no
  {"NotResource":["arn:aws:s3:::HRBucket/Payroll","arn:aws:s3:::HRBucket/Payroll/*"]} | arn:aws:s3:::HRBucket/Other/x   | yes
  {"NotResource":["arn:aws:s3:::HRBucket/Payroll","arn:aws:s3:::HRBucket/Payroll/*"]} | arn:aws:sqs:us-east-1:111122223333:q | yes
  {"NotResource":"arn:aws:s3:::a"}                                            | arn:aws:s3:::a                    | no
  {"NotResource":"arn:aws:s3:::a"}                                            | arn:aws:s3:::b                    | yes
  {"NotResource":"*"}                                                         | arn:aws:s3:::b                    | no
  {"NotResource":[]}                                                          | arn:aws:s3:::b                    | yes
  {"NotResource":["arn:aws:s3:::a",null]}                                     | arn:aws:s3:::b                    | unknown
  {"NotResource":["arn:aws:s3:::a",null]}                                     | arn:aws:s3:::a                    | no
  {"NotResource":"arn:aws:S3:::a"}                                            | arn:aws:s3:::a                    | unknown
`);

// An action without resource types "requires the \"*\" resource":
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html
const WILDCARD_ONLY = rows(`
  element                                    | action               | request                  | matches
  {"Resource":"*"}                           | s3:ListAllMyBuckets  | *                        | yes
  {"Resource":"arn:aws:s3:::*"}              | s3:ListAllMyBuckets  | *                        | yes
  {"Resource":"arn:aws:ec2:*:*:*"}           | ec2:DescribeRegions  | *                        | no
  {"Resource":"arn:aws:s3:::secret/*"}       | s3:ListAllMyBuckets  | *                        | no
  {"Resource":["arn:aws:s3:::a","*"]}        | s3:ListAllMyBuckets  | *                        | yes
  {"NotResource":"arn:aws:s3:::secret"}      | s3:ListAllMyBuckets  | *                        | yes
  {"NotResource":"*"}                        | s3:ListAllMyBuckets  | *                        | no
  {"Resource":"*"}                           | ec2:DescribeInstances | *                       | yes
  {"Resource":"arn:aws:ec2:*:*:instance/*"}  | ec2:DescribeInstances | *                       | no
  {"Resource":"*"}                           | iam:ListUsers        | arn:aws:iam::111122223333:user/ | yes
  {"Resource":"arn:aws:iam::*:role/*"}       | s3:ListAllMyBuckets  | arn:aws:s3:::*           | no
  {"Resource":"arn:aws:s3:::*"}              | s3:ListAllMyBuckets  | arn:aws:s3:::*           | yes
  {"NotResource":"arn:aws:s3:::secret"}      | s3:ListAllMyBuckets  | arn:aws:s3:::*           | yes
  {"Resource":"*"}                           | s3:GetObject         | *                        | yes
  {"Resource":"arn:aws:s3:::a/*"}            | s3:GetObject         | *                        | unknown
  {"NotResource":"arn:aws:s3:::a/*"}         | s3:GetObject         | *                        | unknown
  {"NotResource":"*"}                        | s3:GetObject         | *                        | no
`);

const NAME = variable('aws:username');

const TEAM = variable('aws:PrincipalTag/team');

// Variables: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
// "in the resource portion of the ARN (after the 5th colon)"; "not … valid" where the key is not in the request; 2012-10-17 only.
const VARIABLES = rows(`
  element                                              | version    | request                          | matches
  {"Resource":"arn:aws:s3:::home/${NAME}/*"}           | 2012-10-17 | arn:aws:s3:::home/anna/x         | yes
  {"Resource":"arn:aws:s3:::home/${NAME}/*"}           | 2012-10-17 | arn:aws:s3:::home/otto/x         | no
  {"Resource":"arn:aws:s3:::home/${NAME}/*"}           | 2008-10-17 | arn:aws:s3:::home/anna/x         | no
  {"Resource":"arn:aws:s3:::home/${NAME}/*"}           | none       | arn:aws:s3:::home/anna/x         | no
  {"Resource":"arn:aws:s3:::home/${NAME}/*"}           | 2012-10-18 | arn:aws:s3:::home/anna/x         | unknown
  {"Resource":"arn:aws:s3:::home/${NAME}/*"}           | 2012-10-18 | arn:aws:s3:::other/anna/x        | no
  {"Resource":"arn:aws:s3:::home/${TEAM}/*"}           | 2012-10-17 | arn:aws:s3:::home/anna/x         | no
  {"NotResource":"arn:aws:s3:::home/${NAME}/*"}        | 2012-10-17 | arn:aws:s3:::home/anna/x         | no
  {"NotResource":"arn:aws:s3:::home/${NAME}/*"}        | 2012-10-17 | arn:aws:s3:::home/otto/x         | yes
  {"NotResource":"arn:aws:s3:::home/${TEAM}/*"}        | 2012-10-17 | arn:aws:s3:::home/anna/x         | unknown
  {"NotResource":["arn:aws:s3:::home/${TEAM}/*","*"]}  | 2012-10-17 | arn:aws:s3:::home/anna/x         | no
  {"Resource":"arn:aws:s3:::home/${variable("aws:PrincipalTag/team, 'anna'")}/*"} | 2012-10-17 | arn:aws:s3:::home/anna/x | yes
  {"Resource":"arn:aws:s3:::home/${variable("aws:PrincipalTag/team, 'otto'")}/*"} | 2012-10-17 | arn:aws:s3:::home/anna/x | no
  {"Resource":"arn:aws:s3:::home/${variable('*')}"}    | 2012-10-17 | arn:aws:s3:::home/x              | no
  {"Resource":"arn:aws:s3:::home/${variable('*')}"}    | 2012-10-17 | arn:aws:s3:::home/*              | yes
  {"Resource":"arn:aws:s3:::home/${variable('aws:hidden')}/*"} | 2012-10-17 | arn:aws:s3:::home/x/y    | unknown
  {"Resource":"arn:aws:s3:::home/${variable('aws:hidden')}/*"} | 2012-10-17 | arn:aws:s3:::away/x/y    | no
  {"NotResource":"arn:aws:s3:::home/${variable('aws:hidden')}/*"} | 2012-10-17 | arn:aws:s3:::home/x/y | unknown
  {"NotResource":"arn:aws:s3:::home/${variable('aws:hidden')}/*"} | 2012-10-17 | arn:aws:s3:::away/x/y | unknown
  {"Resource":"arn:aws:s3:${variable('aws:username')}::home/x"}   | 2012-10-17 | arn:aws:s3:anna::home/x | unknown
  {"Resource":"arn:aws:s3:${variable('aws:username')}::home/x"}   | 2012-10-17 | arn:aws:s3:otto::home/x | no
`);

function element(cell: string | undefined): object {
  return { Resource: undefined, ...JSON.parse(cell ?? '') };
}

describe('the resources of a statement', () => {
  it.each(RESOURCES)('%s covers %s: %s', (entry, resource, covers) => {
    expect(identityStatement({ Resource: entry }, { resource: resource ?? '' }).elements.resource).toBe(covers);
  });

  it.each(SHORT)('%s, which is odd, covers %s: %s', (entry, resource, covers) => {
    expect(identityStatement({ Resource: entry }, { resource: resource ?? '' }).elements.resource).toBe(covers);
  });

  it.each(LISTS)('%s with %s: %s', (cell, resource, matches) => {
    expect(identityStatement(element(cell), { resource: resource ?? '' }).elements.resource).toBe(matches);
  });

  it.each(WILDCARD_ONLY)('%s for %s on %s: %s', (cell, action, resource, matches) => {
    const parts = { action: action ?? '', resource: resource ?? '' };
    expect(identityStatement(element(cell), parts).elements.resource).toBe(matches);
  });

  it.each(VARIABLES)('%s in version %s with %s: %s', (cell, version, resource, matches) => {
    const parts = { resource: resource ?? '', context: { 'aws:username': 'anna' }, unknownKeys: ['aws:hidden'] };
    const policy = {
      ...(version === 'none' ? {} : { Version: version }),
      Statement: { Effect: 'Allow', Action: '*', ...element(cell) },
    };
    const found = evaluate(request(parts), policies({ identity: [named(policy)] }));
    expect(first(layerOf(found, 'identity')).elements.resource).toBe(matches);
  });
});
