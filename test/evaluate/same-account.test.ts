import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { rows } from './rows.ts';
import {
  ACCOUNT_ARN,
  asked,
  EVERYONE,
  FEDERATED_USER,
  limits,
  own,
  ROLE,
  SESSION,
  STATES,
  type State,
  type Target,
  USER,
} from './targets.ts';
import {
  ACCOUNT,
  ALLOW_ALL,
  ALLOW_OTHER,
  type CallerKind,
  document,
  named,
  OTHER_ACCOUNT,
  policies,
  request,
} from './worlds.ts';

const NOT_BY_ARN = `{"ArnNotEquals":{"aws:PrincipalArn":"arn:aws:iam::${OTHER_ACCOUNT}:role/x"}}`;

const BY_ARN = `{"ArnEquals":{"aws:PrincipalArn":"arn:aws:iam::${ACCOUNT}:role/build"}}`;

// "Resource-based policies and implicit denies in other policy types (same account)":
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
// `*`: "no other permissions are required": https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous
// `*` with aws:PrincipalArn: permissions boundaries and session policies "do not limit permissions granted": #principal-roles on that page.
// Session policies beside a plain `*` are not spoken of: unknown. Whose keys made a federated session, nothing shows: open. "counts" says whether a silent policy of that kind denies.
const SAME_ACCOUNT = rows(`
  resource | caller         | named by            | condition   | identity | boundary | session
  object   | user           | nobody              |             | counts   | counts   | -
  object   | user           | ${ACCOUNT_ARN}      |             | counts   | counts   | -
  object   | user           | ${USER}             |             | -        | -        | -
  object   | user           | ${EVERYONE}         |             | -        | -        | -
  object   | session        | nobody              |             | counts   | counts   | counts
  object   | session        | ${ACCOUNT_ARN}      |             | counts   | counts   | counts
  object   | session        | ${ROLE}             |             | -        | counts   | counts
  object   | session        | ${SESSION}          |             | -        | -        | -
  object   | session        | ${EVERYONE}         |             | -        | -        | open
  object   | session        | ${EVERYONE}         | ${BY_ARN}   | -        | -        | -
  object   | session        | ${EVERYONE}         | ${NOT_BY_ARN} | -      | -        | open
  object   | federated-user | nobody              |             | counts   | counts   | counts
  object   | federated-user | ${ACCOUNT_ARN}      |             | counts   | counts   | counts
  object   | federated-user | ${USER}             |             | open     | counts   | counts
  object   | federated-user | ${FEDERATED_USER}   |             | -        | -        | -
  key      | user           | ${ACCOUNT_ARN}      |             | counts   | counts   | -
  key      | user           | ${USER}             |             | -        | -        | -
  key      | session        | ${ACCOUNT_ARN}      |             | counts   | counts   | counts
  key      | session        | ${ROLE}             |             | -        | counts   | counts
  key      | session        | ${SESSION}          |             | -        | -        | -
  role     | user           | ${ACCOUNT_ARN}      |             | counts   | counts   | -
  role     | user           | ${USER}             |             | -        | open     | -
  role     | session        | ${ACCOUNT_ARN}      |             | counts   | counts   | counts
  role     | session        | ${ROLE}             |             | -        | counts   | counts
  role     | session        | ${SESSION}          |             | -        | open     | -
`).flatMap(([target, caller = '', principal = '', condition = '', identity, boundary, session]) =>
  STATES.filter((state) => caller !== 'user' || state.session).map((state) => {
    const silent = Object.entries({ identity, boundary, session }).filter(([layer]) => !state[layer as keyof State]); // the three keys
    const blocking = silent.filter(([, counts]) => counts === 'counts').map(([layer]) => layer);
    const open = silent.some(([, counts]) => counts === 'open');
    const allowed = blocking.length > 0 ? 'no' : open ? 'unknown' : 'yes';
    return { target: target as Target, caller: caller as CallerKind, principal, condition, state, allowed, blocking }; // cells of the table
  }),
);

describe('within one account', () => {
  it.each(SAME_ACCOUNT)(
    '$caller on $target, named by $principal $condition, with $state: $allowed',
    ({ target, caller, principal, condition, state, allowed, blocking }) => {
      const resource = own(target, principal, condition === '' ? undefined : condition);
      const found = evaluate(asked(target, caller, ACCOUNT), policies({ ...limits(caller, state), resource }));
      expect([found.allowed, found.blockers]).toEqual([allowed, blocking]);
    },
  );

  it('leaves open what the policy of a key says where no key is told', () => {
    const ask = (action: string) =>
      evaluate(request({ action, resource: '*' }), policies({ identity: [named(ALLOW_ALL)] })).allowed;
    expect([ask('kms:Decrypt'), ask('kms:ListKeys')]).toEqual(['unknown', 'yes']);
  });

  // "IAM role trust policies and KMS key policies are exceptions to this logic, because they must explicitly allow access":
  // the page above. Every silent layer that would still be in the way of a statement naming the caller's role or account is named too.
  const SILENT = rows(`
    resource | caller  | identity | boundary | session | blockers
    role     | user    | allows   | allows   | -       | trust
    role     | user    | silent   | allows   | -       | identity trust
    role     | user    | allows   | silent   | -       | trust
    role     | user    | silent   | silent   | -       | identity trust
    role     | session | allows   | allows   | allows  | trust
    role     | session | silent   | allows   | allows  | identity trust
    role     | session | allows   | silent   | allows  | boundary trust
    role     | session | allows   | allows   | silent  | session trust
    role     | session | silent   | silent   | silent  | identity boundary session trust
    key      | user    | allows   | allows   | -       | resource
    key      | user    | silent   | silent   | -       | identity resource
    key      | session | allows   | silent   | silent  | boundary session resource
  `);

  it.each(SILENT)(
    'a silent policy of the %s blocks the %s: identity %s, boundary %s, session %s: %s',
    (target, caller, identity, boundary, session, blockers) => {
      const state = { identity: identity === 'allows', boundary: boundary === 'allows', session: session === 'allows' };
      const request = asked(target as Target, caller as CallerKind, ACCOUNT); // cells of the table
      const silent = own(target as Target, 'nobody'); // likewise
      for (const resource of [silent, null, document()]) {
        const found = evaluate(request, policies({ ...limits(caller ?? '', state), resource }));
        expect([found.allowed, found.blockers.join(' ')]).toEqual(['no', blockers]);
      }
    },
  );

  // Each statement by itself: a condition that fails on the statement for the user leaves the one for the account.
  it('takes the strongest naming that holds', () => {
    const never = { StringEquals: { 'aws:username': 'otto' } };
    const about = { Effect: 'Allow', Action: '*', Resource: '*' };
    const resource = document(
      { ...about, Principal: JSON.parse(USER), Condition: never },
      { ...about, Principal: JSON.parse(ACCOUNT_ARN) },
    );
    const given = policies({ ...limits('user', { identity: false, boundary: true, session: true }), resource });
    expect(evaluate(asked('key', 'user', ACCOUNT), given)).toMatchObject({ allowed: 'no', blockers: ['identity'] });
  });

  // "the account root user, which has full access", and yet "SCPs … including each AWS account root user": the page above.
  it.each(
    rows(`
    resource | named by        | allowed | blockers
    object   | nobody          | yes     |
    object   | ${ACCOUNT_ARN}  | yes     |
    key      | ${ACCOUNT_ARN}  | yes     |
    key      | nobody          | no      | resource
  `),
  )('the root user on %s, named by %s: %s %s', (target, principal = '', allowed, blockers = '') => {
    const resource = own(target as Target, principal); // a cell of the table
    const given = policies({ resource, boundary: ALLOW_OTHER, session: ALLOW_OTHER });
    const found = evaluate(asked(target as Target, 'root', ACCOUNT), given); // likewise
    expect([found.allowed, found.blockers.join(' ')]).toEqual([allowed, blockers]);
  });
});
