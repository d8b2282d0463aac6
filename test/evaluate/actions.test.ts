import { describe, expect, it } from 'vitest';
import { rows } from './rows.ts';
import { identityStatement } from './worlds.ts';

// "The prefix and the action name are case insensitive", "wildcards (*) and (?) … as part of the action name":
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
// A prefix with a wildcard, and a name without a prefix, are not in the grammar:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
const ACTIONS = rows(`
  Action            | request               | matches
  s3:GetObject      | s3:GetObject          | yes
  s3:getobject      | s3:GetObject          | yes
  S3:GETOBJECT      | s3:GetObject          | yes
  s3:GetObject      | S3:getobject          | yes
  STS:assumerole    | sts:AssumeRole        | yes
  iam:ListAccessKeys | IAM:listaccesskeys   | yes
  s3:GetObject      | s3:GetObjectVersion   | no
  s3:GetObjects     | s3:GetObject          | no
  s3:GetObjec       | s3:GetObject          | no
  s3:PutObject      | s3:GetObject          | no
  sqs:GetObject     | s3:GetObject          | no
  s3:*              | s3:GetObject          | yes
  S3:*              | s3:GetObject          | yes
  s3:*              | s3express:GetObject   | no
  s3:*              | sqs:SendMessage       | no
  s3:**             | s3:GetObject          | yes
  s3:Get*           | s3:GetObject          | yes
  s3:get*           | s3:GetObject          | yes
  s3:Get*           | s3:Get                | yes
  s3:Get*           | s3:PutObject          | no
  s3:*Object        | s3:GetObject          | yes
  s3:*Object        | s3:GetObjectAcl       | no
  s3:*object*       | s3:GetObjectAcl       | yes
  s3:G*t*t          | s3:GetObject          | yes
  iam:*AccessKey*   | iam:CreateAccessKey   | yes
  iam:*AccessKey*   | iam:ListAccessKeys    | yes
  iam:*AccessKey*   | iam:ListUsers         | no
  s3:?etObject      | s3:GetObject          | yes
  s3:?etObject      | s3:etObject           | no
  s3:GetObject?     | s3:GetObject          | no
  s3:GetObject?     | s3:GetObjects         | yes
  s3:???Object      | s3:PutObject          | yes
  s3:???Object      | s3:DeleteObject       | no
  *                 | s3:GetObject          | yes
  **                | s3:GetObject          | yes
  *:*               | s3:GetObject          | yes
  s?:GetObject      | s3:GetObject          | unknown
  s*:GetObject      | s3:GetObject          | unknown
  s*:GetObject      | sqs:SendMessage       | no
  *:GetObject       | s3:GetObject          | unknown
  *:PutObject       | s3:GetObject          | no
  s3*               | s3:GetObject          | unknown
  s3                | s3:GetObject          | no
  GetObject         | s3:GetObject          | no
  *Object           | s3:GetObject          | unknown
  :GetObject        | s3:GetObject          | no
  s3:               | s3:GetObject          | no
  ""                | s3:GetObject          | no
  "s3:GetObject "   | s3:GetObject          | no
  " s3:GetObject"   | s3:GetObject          | no
  "s3: GetObject"   | s3:GetObject          | no
  s3:Get_Object     | s3:GetObject          | no
  s3:GetObject:v2   | s3:GetObject          | no
  s3:[G]etObject    | s3:GetObject          | no
  s3:.*             | s3:GetObject          | no
`);

// "NotAction … matches everything except the specified list of actions", those of other services too:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html
const LISTS = rows(`
  element                                         | request           | matches
  {"Action":["s3:PutObject","s3:GetObject"]}      | s3:GetObject      | yes
  {"Action":["s3:PutObject","s3:ListBucket"]}     | s3:GetObject      | no
  {"Action":[]}                                   | s3:GetObject      | no
  {"Action":["s*:GetObject","s3:GetObject"]}      | s3:GetObject      | yes
  {"Action":["s*:GetObject","s3:PutObject"]}      | s3:GetObject      | unknown
  {"Action":["s3:GetObject",7]}                   | s3:GetObject      | yes
  {"Action":["s3:PutObject",7]}                   | s3:GetObject      | no
  {"Action":["s3:PutObject",null]}                | s3:GetObject      | unknown
  {"Action":["s3:GetObject",null]}                | s3:GetObject      | yes
  {"Action":{"s3":"GetObject"}}                   | s3:GetObject      | unknown
  {"Action":null}                                 | s3:GetObject      | unknown
  {"NotAction":"s3:GetObject"}                    | s3:GetObject      | no
  {"NotAction":"s3:GetObject"}                    | s3:getobject      | no
  {"NotAction":"s3:GetObject"}                    | s3:PutObject      | yes
  {"NotAction":"s3:*"}                            | s3:GetObject      | no
  {"NotAction":"s3:*"}                            | sqs:SendMessage   | yes
  {"NotAction":"iam:*"}                           | sts:AssumeRole    | yes
  {"NotAction":["iam:*","sts:*"]}                 | sts:AssumeRole    | no
  {"NotAction":["iam:*","organizations:*"]}       | sts:AssumeRole    | yes
  {"NotAction":"*"}                               | s3:GetObject      | no
  {"NotAction":[]}                                | s3:GetObject      | yes
  {"NotAction":"s3:GetObject "}                   | s3:GetObject      | yes
  {"NotAction":"s*:GetObject"}                    | s3:GetObject      | unknown
  {"NotAction":"s*:PutObject"}                    | s3:GetObject      | yes
  {"NotAction":["s3:PutObject",null]}             | s3:GetObject      | unknown
  {"NotAction":["s3:GetObject",null]}             | s3:GetObject      | no
`);

describe('the actions of a statement', () => {
  it.each(ACTIONS)('%s: %s matches: %s', (entry, action, matches) => {
    expect(identityStatement({ Action: entry }, { action: action ?? '' }).elements.action).toBe(matches);
  });

  it.each(ACTIONS)('NotAction %s leaves out %s: %s', (entry, action, matches) => {
    const opposite = matches === 'unknown' ? 'unknown' : matches === 'yes' ? 'no' : 'yes';
    const statement = { Action: undefined, NotAction: entry };
    expect(identityStatement(statement, { action: action ?? '' }).elements.action).toBe(opposite);
  });

  it.each(LISTS)('%s with %s: %s', (element, action, matches) => {
    const statement = { Action: undefined, ...JSON.parse(element ?? '') };
    expect(identityStatement(statement, { action: action ?? '' }).elements.action).toBe(matches);
  });

  it('must be there', () => {
    expect(identityStatement({ Action: undefined })).toMatchObject({
      match: 'unknown',
      elements: { action: 'unknown' },
    });
  });
});
