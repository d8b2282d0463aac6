import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import type { EvaluationPolicies, EvaluationRequest } from '../../src/model/evaluation.ts';
import { rows } from './rows.ts';
import {
  ACCOUNT,
  CALLERS,
  type CallerKind,
  document,
  first,
  layerOf,
  policies,
  request,
  resourceStatement,
} from './worlds.ts';

const SESSION = CALLERS.session.principal;
const U = `arn:aws:iam::${ACCOUNT}:user/anna`;

const KINDS = ['user', 'session', 'federated-user', 'root', 'service', 'federated', 'anonymous'] as const;

const ANSWERS = { y: 'yes', n: 'no', '?': 'unknown' } as const;

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
// Accounts delegate to everybody in them, the root user included; a role's ARN stands for its sessions; "You cannot use a wildcard to
// match part of a principal name or ARN"; groups are no principals; the user's name is case-sensitive; a unique id is that of one
// principal. Who made a federated session is not in the request. Nothing shows the account behind a canonical user id.
const PRINCIPALS = rows(`
  Principal                                                                | user | session | federated-user | root | service | federated | anonymous
  "\\"*\\""                                                                | y | y | y | y | y | y | y
  {"AWS":"*"}                                                              | y | y | y | y | y | y | y
  {"AWS":["*"]}                                                            | y | y | y | y | y | y | y
  {"AWS":"111122223333"}                                                   | y | y | y | y | n | n | n
  {"AWS":111122223333}                                                     | y | y | y | y | n | n | n
  {"AWS":"arn:aws:iam::111122223333:root"}                                 | y | y | y | y | n | n | n
  {"AWS":"444455556666"}                                                   | n | n | n | n | n | n | n
  {"AWS":"arn:aws:iam::444455556666:root"}                                 | n | n | n | n | n | n | n
  {"AWS":"arn:aws-cn:iam::111122223333:root"}                              | n | n | n | n | n | n | n
  {"AWS":"arn:aws:sts::111122223333:root"}                                 | n | n | n | n | n | n | n
  {"AWS":"arn:aws:iam::111122223333:*"}                                    | n | n | n | n | n | n | n
  {"AWS":"arn:aws:iam::*:root"}                                            | n | n | n | n | n | n | n
  {"AWS":"1111222233333"}                                                  | n | n | n | n | n | n | n
  {"AWS":"1111*"}                                                          | n | n | n | n | n | n | n
  {"AWS":"arn:aws:iam::111122223333:user/anna"}                            | y | n | ? | n | n | n | n
  {"AWS":"arn:aws:iam::111122223333:user/Anna"}                            | n | n | ? | n | n | n | n
  {"AWS":"arn:aws:iam::111122223333:user/ann"}                             | n | n | ? | n | n | n | n
  {"AWS":"arn:aws:iam::111122223333:user/team/anna"}                       | n | n | ? | n | n | n | n
  {"AWS":"arn:aws:iam::444455556666:user/anna"}                            | n | n | n | n | n | n | n
  {"AWS":"arn:aws-cn:iam::111122223333:user/anna"}                         | n | n | n | n | n | n | n
  {"AWS":"arn:aws:iam::111122223333:user/*"}                               | n | n | n | n | n | n | n
  {"AWS":"arn:aws:iam::111122223333:user/ann?"}                            | n | n | n | n | n | n | n
  {"AWS":"arn:aws:iam::111122223333:group/anna"}                           | n | n | n | n | n | n | n
  {"AWS":"anna"}                                                           | n | n | n | n | n | n | n
  {"AWS":""}                                                               | n | n | n | n | n | n | n
  {"AWS":"arn:aws:iam::111122223333:role/build"}                           | n | y | n | n | n | n | n
  {"AWS":"arn:aws:iam::111122223333:role/builder"}                         | n | n | n | n | n | n | n
  {"AWS":"arn:aws:iam::111122223333:role/Build"}                           | n | ? | n | n | n | n | n
  {"AWS":"arn:aws:iam::111122223333:role/teams/build"}                     | n | n | n | n | n | n | n
  {"AWS":"arn:aws:iam::444455556666:role/build"}                           | n | n | n | n | n | n | n
  {"AWS":"arn:aws-us-gov:iam::111122223333:role/build"}                    | n | n | n | n | n | n | n
  {"AWS":"arn:aws:iam::111122223333:role/*"}                               | n | n | n | n | n | n | n
  {"AWS":"arn:aws:iam::111122223333:role/buil*"}                           | n | n | n | n | n | n | n
  {"AWS":"arn:aws:sts::111122223333:assumed-role/build/run-7"}             | n | y | n | n | n | n | n
  {"AWS":"arn:aws:sts::111122223333:assumed-role/build/run-8"}             | n | n | n | n | n | n | n
  {"AWS":"arn:aws:sts::111122223333:assumed-role/build/*"}                 | n | n | n | n | n | n | n
  {"AWS":"arn:aws:sts::111122223333:assumed-role/build"}                   | n | n | n | n | n | n | n
  {"AWS":"arn:aws:sts::444455556666:assumed-role/build/run-7"}             | n | n | n | n | n | n | n
  {"AWS":"arn:aws:sts::111122223333:federated-user/anna"}                  | n | n | y | n | n | n | n
  {"AWS":"arn:aws:sts::111122223333:federated-user/otto"}                  | n | n | n | n | n | n | n
  {"AWS":"AIDAANNAANNAANNA1"}                                              | y | n | ? | n | n | n | n
  {"AWS":"AIDADELETEDUSER01"}                                              | n | n | ? | n | n | n | n
  {"AWS":"AROABUILDBUILDBU1"}                                              | n | y | n | n | n | n | n
  {"AWS":"AROADELETEDROLE01"}                                              | n | n | n | n | n | n | n
  {"AWS":"79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"} | ? | ? | ? | ? | n | n | n
  {"CanonicalUser":"79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"} | ? | ? | ? | ? | n | n | n
  {"Service":"lambda.amazonaws.com"}                                       | n | n | n | n | y | n | n
  {"Service":"ec2.amazonaws.com"}                                          | n | n | n | n | n | n | n
  {"Service":"lambda.us-east-1.amazonaws.com"}                             | n | n | n | n | n | n | n
  {"Service":"Lambda.amazonaws.com"}                                       | n | n | n | n | n | n | n
  {"Service":["ec2.amazonaws.com","lambda.amazonaws.com"]}                 | n | n | n | n | y | n | n
  {"Service":"*"}                                                          | n | n | n | n | ? | n | n
  {"AWS":"lambda.amazonaws.com"}                                           | n | n | n | n | n | n | n
  {"Federated":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"} | n | n | n | n | n | y | n
  {"Federated":"arn:aws:iam::444455556666:oidc-provider/token.actions.githubusercontent.com"} | n | n | n | n | n | n | n
  {"Federated":"arn:aws:iam::111122223333:saml-provider/corporate"}        | n | n | n | n | n | n | n
  {"Federated":"accounts.google.com"}                                      | n | n | n | n | n | n | n
  {"Federated":"*"}                                                        | n | n | n | n | n | ? | n
  {"AWS":["arn:aws:iam::111122223333:user/anna","arn:aws:iam::111122223333:role/build"]} | y | y | ? | n | n | n | n
  {"AWS":"arn:aws:iam::444455556666:root","Service":"lambda.amazonaws.com"} | n | n | n | n | y | n | n
  {"AWS":[]}                                                               | n | n | n | n | n | n | n
  {}                                                                       | n | n | n | n | n | n | n
  {"AWS":["arn:aws:iam::111122223333:user/anna",null]}                     | y | ? | ? | ? | ? | ? | ?
  {"AWS":{"Ref":"Role"}}                                                   | ? | ? | ? | ? | ? | ? | ?
  {"aws":"*"}                                                              | ? | ? | ? | ? | ? | ? | ?
  "\\"anna\\""                                                             | ? | ? | ? | ? | ? | ? | ?
  ["*"]                                                                    | ? | ? | ? | ? | ? | ? | ?
`).flatMap(
  ([principal = '', ...answers]) =>
    KINDS.map((kind, index) => ({ principal, kind, answer: ANSWERS[answers[index] as keyof typeof ANSWERS] })), // cells of the table above
);

/** The Principal of a role's trust policy or of a bucket policy, judged for one caller. */
function named(principal: string, parts: Partial<EvaluationRequest>, more: Partial<EvaluationPolicies> = {}) {
  return resourceStatement({ Principal: JSON.parse(principal) }, parts, more).elements.principal;
}

describe('the principals of a statement', () => {
  it.each(PRINCIPALS)('$principal names the $kind: $answer', ({ principal, kind, answer }) => {
    expect(named(principal, CALLERS[kind])).toBe(answer);
  });

  it.each(PRINCIPALS)('a Deny on $principal hits the $kind: $answer', ({ principal, kind, answer }) => {
    const statement = { Effect: 'Deny', Principal: JSON.parse(principal) };
    expect(resourceStatement(statement, CALLERS[kind]).match).toBe(answer);
  });
});

// "the ARN of the role that was assumed" is aws:PrincipalArn; the session's own ARN lacks the role's path:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn
const PATHS = rows(`
  Principal                                              | aws:PrincipalArn                                     | answer
  arn:aws:iam::111122223333:role/build                   | missing                                              | yes
  arn:aws:iam::111122223333:role/build                   | unknown                                              | unknown
  arn:aws:iam::111122223333:role/build                   | arn:aws:iam::111122223333:role/build                 | yes
  arn:aws:iam::111122223333:role/build                   | arn:aws:iam::111122223333:role/teams/build           | no
  arn:aws:iam::111122223333:role/teams/build             | missing                                              | yes
  arn:aws:iam::111122223333:role/teams/build             | unknown                                              | unknown
  arn:aws:iam::111122223333:role/teams/build             | arn:aws:iam::111122223333:role/teams/build           | yes
  arn:aws:iam::111122223333:role/teams/build             | arn:aws:iam::111122223333:role/build                 | no
  arn:aws:iam::111122223333:role/teams/red/build         | arn:aws:iam::111122223333:role/teams/build           | no
  arn:aws:iam::111122223333:role/other                   | unknown                                              | no
  arn:aws:iam::111122223333:role/teams/other             | unknown                                              | no
  arn:aws:iam::444455556666:role/teams/build             | unknown                                              | no
  arn:aws:sts::111122223333:assumed-role/build/run-7     | unknown                                              | yes
  arn:aws:sts::111122223333:assumed-role/build/run-7     | arn:aws:iam::111122223333:role/teams/build           | yes
  111122223333                                           | unknown                                              | yes
`);

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
const UNIQUE_IDS = rows(`
  caller  | Principal         | aws:userid                | answer
  session | AROABUILDBUILDBU1 | AROABUILDBUILDBU1:run-7   | yes
  session | AROABUILDBUILDBU1 | AROABUILDBUILDBU2:run-7   | no
  session | AROABUILDBUILDBU1 | missing                   | unknown
  session | AROABUILDBUILDBU1 | unknown                   | unknown
  session | AIDAANNAANNAANNA1 | unknown                   | no
  session | AROABUILDBUILDBU1 | AROABUILDBUILDBU11:run-7  | no
  user    | AIDAANNAANNAANNA1 | AIDAANNAANNAANNA1         | yes
  user    | AIDAANNAANNAANNA1 | AIDAANNAANNAANNA2         | no
  user    | AIDAANNAANNAANNA1 | missing                   | unknown
  user    | AIDAANNAANNAANNA1 | unknown                   | unknown
  user    | AROABUILDBUILDBU1 | unknown                   | no
  user    | AIDAANNAANNAANNA1 | anna                      | unknown
`);

function keyed(key: string, value: string | undefined): Partial<EvaluationRequest> {
  if (value === 'unknown') return { context: {}, unknownKeys: [key] };
  return { context: value === 'missing' || value === undefined ? {} : { [key]: value } };
}

describe('the role of a session', () => {
  it.each(PATHS)('%s with aws:PrincipalArn %s: %s', (principal, arn, answer) => {
    const parts = { principal: SESSION, ...keyed('aws:PrincipalArn', arn) };
    expect(named(JSON.stringify({ AWS: principal }), parts)).toBe(answer);
  });

  it.each(UNIQUE_IDS)('%s: %s with aws:userid %s: %s', (kind, principal, id, answer) => {
    const parts = { principal: CALLERS[kind as CallerKind].principal, ...keyed('aws:userid', id) }; // a cell of the table
    expect(named(JSON.stringify({ AWS: principal }), parts)).toBe(answer);
  });
});

describe('Principal', () => {
  it('must be there in the policy of a resource', () => {
    expect(resourceStatement({})).toMatchObject({ match: 'unknown', elements: { principal: 'unknown' } });
  });

  it.each(['identity', 'boundary', 'session', 'scp'] as const)('must not be there in %s policies', (layer) => {
    const odd = { name: 'policy', document: document({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }) };
    const given = policies({ identity: [odd], boundary: odd, session: [odd], scps: [[odd]] });
    const found = evaluate(request({ ...CALLERS.session }), given);
    expect(first(layerOf(found, layer)).match).toBe('unknown');
  });

  // Credentials take no part in these operations: who the identity provider vouches for is not the caller that is named.
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
  it.each(
    rows(`
    Principal                                                     | answer
    {"Federated":"arn:aws:iam::111122223333:oidc-provider/x.com"} | unknown
    {"Federated":"accounts.google.com"}                           | unknown
    {"AWS":"111122223333"}                                        | no
    {"AWS":"${U}"}                                                | no
    {"Service":"lambda.amazonaws.com"}                            | no
    "\\"*\\""                                                     | yes
  `),
  )('%s of a web identity request in the name of a user: %s', (principal, answer) => {
    const resource = document({ Effect: 'Allow', Principal: JSON.parse(principal ?? ''), Action: 'sts:*' });
    const asked = request({ action: 'sts:AssumeRoleWithWebIdentity', resource: `arn:aws:iam::${ACCOUNT}:role/deploy` });
    expect(first(layerOf(evaluate(asked, policies({ resource })), 'trust')).elements.principal).toBe(answer);
  });
});
