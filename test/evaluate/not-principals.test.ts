import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { rows } from './rows.ts';
import {
  ACCOUNT,
  ALLOW_ALL,
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
const A = `arn:aws:iam::${ACCOUNT}:root`;
const R = `arn:aws:iam::${ACCOUNT}:role/build`;
const F = `arn:aws:sts::${ACCOUNT}:federated-user/anna`;

// "When you use NotPrincipal with Deny, you must also specify the account ARN of the not-denied principal": a session is spared only with
// its role and account. Of users without their account the page says "might", "depending on the service".
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
const NOT_PRINCIPALS = rows(`
  caller         | NotPrincipal                                     | denied
  user           | {"AWS":["${U}","${A}"]}                          | no
  user           | {"AWS":["${U}"]}                                 | unknown
  user           | {"AWS":["${A}"]}                                 | yes
  user           | {"AWS":["arn:aws:iam::111122223333:user/otto","${A}"]} | yes
  user           | {"AWS":["arn:aws:iam::444455556666:user/anna","arn:aws:iam::444455556666:root"]} | yes
  user           | {"AWS":["arn:aws:iam::111122223333:user/*","${A}"]} | yes
  user           | {"AWS":["AIDAANNAANNAANNA1","111122223333"]}     | no
  user           | {"AWS":["AIDADELETEDUSER01","111122223333"]}     | yes
  user           | {"AWS":"*"}                                      | no
  user           | {"Service":"lambda.amazonaws.com"}               | yes
  user           | {"AWS":["${U}",null]}                            | unknown
  user           | {"AWS":["${A}",null]}                            | unknown
  user           | {"AWS":"${U}","CanonicalUser":"79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"} | unknown
  session        | {"AWS":["${SESSION}","${R}","${A}"]}             | no
  session        | {"AWS":["${R}","${A}"]}                          | yes
  session        | {"AWS":["${SESSION}","${A}"]}                    | yes
  session        | {"AWS":["${SESSION}","${R}"]}                    | yes
  session        | {"AWS":["${SESSION}"]}                           | yes
  session        | {"AWS":["arn:aws:sts::111122223333:assumed-role/build/run-8","${R}","${A}"]} | yes
  session        | {"AWS":["arn:aws:sts::111122223333:assumed-role/build/*","${R}","${A}"]} | yes
  session        | {"AWS":["${SESSION}","AROABUILDBUILDBU1","${A}"]} | no
  session        | {"AWS":["${A}"]}                                 | yes
  federated-user | {"AWS":["${F}","${A}"]}                          | no
  federated-user | {"AWS":["${A}"]}                                 | yes
  federated-user | {"AWS":["${F}"]}                                 | unknown
  root           | {"AWS":["${A}"]}                                 | no
  root           | {"AWS":["${U}"]}                                 | yes
  service        | {"Service":"lambda.amazonaws.com"}               | no
  service        | {"Service":"ec2.amazonaws.com"}                  | yes
  service        | {"AWS":["${A}"]}                                 | yes
  anonymous      | {"AWS":["${A}"]}                                 | yes
  anonymous      | "\\"*\\""                                        | no
`);

describe('NotPrincipal', () => {
  const statement = (principal: string | undefined, effect = 'Deny') => ({
    Effect: effect,
    NotPrincipal: JSON.parse(principal ?? ''),
  });

  it.each(NOT_PRINCIPALS)('with Deny hits the %s if it lists %s: %s', (kind, principal, denied) => {
    const caller = CALLERS[kind as CallerKind]; // a cell of the table
    expect(resourceStatement(statement(principal), caller).elements.principal).toBe(denied);
  });

  // "will always deny any IAM principal that has a permissions boundary policy attached, regardless of the values specified":
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
  it.each(NOT_PRINCIPALS.filter(([kind]) => kind === 'user' || kind === 'session'))(
    'with Deny hits every %s with a boundary: %s',
    (kind, principal) => {
      const caller = CALLERS[kind as CallerKind]; // a cell of the table
      expect(resourceStatement(statement(principal), caller, { boundary: ALLOW_ALL }).match).toBe('yes');
    },
  );

  it.each(NOT_PRINCIPALS.filter(([kind]) => kind === 'user' || kind === 'session'))(
    'with Deny may hit a %s whose boundary cannot be read: %s',
    (kind, principal, denied) => {
      const caller = CALLERS[kind as CallerKind]; // a cell of the table
      const found = resourceStatement(statement(principal), caller, { boundary: 'unreadable' });
      expect(found.match).toBe(denied === 'yes' ? 'yes' : 'unknown');
    },
  );

  it('with Allow is not supported', () => {
    expect(resourceStatement(statement(JSON.stringify({ AWS: A }), 'Allow')).match).toBe('unknown');
  });

  it('is not supported in a trust policy', () => {
    const resource = document({ ...statement(JSON.stringify({ AWS: A })), Action: 'sts:AssumeRole' });
    const asked = request({ action: 'sts:AssumeRole', resource: `arn:aws:iam::${ACCOUNT}:role/deploy` });
    expect(first(layerOf(evaluate(asked, policies({ resource })), 'trust')).match).toBe('unknown');
  });

  it('is not supported in an identity policy', () => {
    const identity = [{ name: 'policy', document: document({ ...statement('{}'), Action: '*', Resource: '*' }) }];
    expect(first(layerOf(evaluate(request(), policies({ identity })), 'identity')).match).toBe('unknown');
  });
});
