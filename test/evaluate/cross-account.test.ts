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
  type Target,
  USER,
} from './targets.ts';
import { ALLOW_ALL, type CallerKind, named, OTHER_ACCOUNT, policies } from './worlds.ts';

// "the requester must have … a policy in the trusted account … and the resource-based policy in the trusting account":
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
// Nothing waives identity policies, boundary or session policy there, however the caller is named.
const CROSS_ACCOUNT = rows(`
  resource | caller         | named by
  object   | user           | ${ACCOUNT_ARN}
  object   | user           | ${USER}
  object   | user           | ${EVERYONE}
  object   | user           | nobody
  object   | session        | ${ACCOUNT_ARN}
  object   | session        | ${ROLE}
  object   | session        | ${SESSION}
  object   | session        | nobody
  object   | federated-user | ${FEDERATED_USER}
  key      | user           | ${USER}
  key      | session        | ${ROLE}
  key      | session        | nobody
  role     | user           | ${USER}
  role     | user           | ${ACCOUNT_ARN}
  role     | user           | nobody
  role     | session        | ${ROLE}
  role     | session        | ${SESSION}
  role     | session        | nobody
`).flatMap(([target, caller, principal = '']) =>
  STATES.filter((state) => caller !== 'user' || state.session).map((state) => {
    const silent: string[] = (['identity', 'boundary', 'session'] as const).filter((layer) => !state[layer]);
    const blocking = principal === 'nobody' ? [...silent, target === 'role' ? 'trust' : 'resource'] : silent;
    return { target: target as Target, caller: caller as CallerKind, principal, state, blocking }; // cells of the table
  }),
);

describe('across accounts', () => {
  it.each(CROSS_ACCOUNT)(
    '$caller on $target, named by $principal, with $state: blocked by $blocking',
    ({ target, caller, principal, state, blocking }) => {
      const given = policies({ ...limits(caller, state), resource: own(target, principal) });
      const found = evaluate(asked(target, caller, OTHER_ACCOUNT), given);
      expect([found.allowed, found.blockers]).toEqual([blocking.length > 0 ? 'no' : 'yes', blocking]);
    },
  );

  it('a resource without a policy of its own blocks', () => {
    const given = policies({ identity: [named(ALLOW_ALL)] });
    const found = evaluate(asked('object', 'user', OTHER_ACCOUNT), given);
    expect(found).toMatchObject({
      allowed: 'no',
      blockers: ['resource'],
      layers: { resource: { allow: 'no', deny: 'no' } },
    });
  });

  it('the root user needs the policy of the resource', () => {
    const named = evaluate(asked('object', 'root', OTHER_ACCOUNT), policies({ resource: own('object', ACCOUNT_ARN) }));
    const silent = evaluate(asked('object', 'root', OTHER_ACCOUNT), policies({ resource: own('object', 'nobody') }));
    expect([named.allowed, silent.allowed, silent.blockers]).toEqual(['yes', 'no', ['resource']]);
  });
});
