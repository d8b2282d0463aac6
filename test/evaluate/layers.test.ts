import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import type { EvaluationPolicies, EvaluationRequest } from '../../src/model/evaluation.ts';
import type { Layer } from '../../src/model/layer.ts';
import { rows } from './rows.ts';
import {
  ACCOUNT,
  ALLOW_ALL,
  ALLOW_OTHER,
  CALLERS,
  type CallerKind,
  document,
  layerOf,
  named,
  OTHER_ACCOUNT,
  policies,
  request,
} from './worlds.ts';

/** What a request is about; `trust` and `key` are those whose own policy must allow. */
const TARGETS = {
  object: { action: 's3:GetObject', resource: 'arn:aws:s3:::reports/q1.csv' },
  role: { action: 'sts:AssumeRole', resource: 'arn:aws:iam::<account>:role/deploy' },
  key: { action: 'kms:Decrypt', resource: 'arn:aws:kms:us-east-1:<account>:key/1234abcd-12ab-34cd-56ef-1234567890ab' },
} as const;
type Target = keyof typeof TARGETS;

function asked(target: Target, caller: CallerKind, account: string): EvaluationRequest {
  const { action, resource } = TARGETS[target];
  return request({
    ...CALLERS[caller],
    action,
    resource: resource.replace('<account>', account),
    resourceAccount: account,
  });
}

/** The policy of the resource: one statement that names somebody, or one that is about something else. */
function own(target: Target, principal: string, condition?: string): object {
  const about = target === 'role' ? { Action: 'sts:AssumeRole' } : { Action: '*', Resource: '*' };
  if (principal === 'nobody')
    return document({ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, ...about });
  const when = condition === undefined ? {} : { Condition: JSON.parse(condition) };
  return document({ Effect: 'Allow', Principal: JSON.parse(principal), ...about, ...when });
}

/** Every combination of an identity policy, a boundary and a session policy that allow or are silent. */
const STATES = [true, false].flatMap((identity) =>
  [true, false].flatMap((boundary) => [true, false].map((session) => ({ identity, boundary, session }))),
);
type State = (typeof STATES)[number];

function limits(caller: string, { identity, boundary, session }: State): Partial<EvaluationPolicies> {
  return {
    identity: [named(identity ? ALLOW_ALL : ALLOW_OTHER)],
    boundary: boundary ? ALLOW_ALL : ALLOW_OTHER,
    session: caller === 'user' ? null : session ? ALLOW_ALL : ALLOW_OTHER,
  };
}

const ACCOUNT_ARN = `{"AWS":"arn:aws:iam::${ACCOUNT}:root"}`;
const USER = `{"AWS":"${CALLERS.user.principal}"}`;
const ROLE = `{"AWS":"arn:aws:iam::${ACCOUNT}:role/build"}`;
const SESSION = `{"AWS":"${CALLERS.session.principal}"}`;
const FEDERATED_USER = `{"AWS":"${CALLERS['federated-user'].principal}"}`;
const EVERYONE = '{"AWS":"*"}';
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
      for (const resource of [own(target as Target, 'nobody'), null, document()]) {
        const given = policies({ ...limits(caller ?? '', state), resource });
        const found = evaluate(asked(target as Target, caller as CallerKind, ACCOUNT), given); // cells of the table
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
    const given = policies({ resource: own(target as Target, principal), boundary: ALLOW_OTHER, session: ALLOW_OTHER });
    const found = evaluate(asked(target as Target, 'root', ACCOUNT), given); // a cell of the table
    expect([found.allowed, found.blockers.join(' ')]).toEqual([allowed, blockers]);
  });
});

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

// Services, federated identities and anonymous callers have no policies of their own: the page on evaluation above, and
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
describe('callers without policies of their own', () => {
  const NAMED = rows(`
    caller    | resource | named by                               | allowed
    service   | object   | {"Service":"lambda.amazonaws.com"}     | yes
    service   | object   | {"Service":"ec2.amazonaws.com"}        | no
    service   | object   | ${ACCOUNT_ARN}                         | no
    service   | object   | ${EVERYONE}                            | yes
    service   | role     | {"Service":"lambda.amazonaws.com"}     | yes
    service   | role     | {"Service":"events.amazonaws.com"}     | no
    anonymous | object   | ${EVERYONE}                            | yes
    anonymous | object   | ${ACCOUNT_ARN}                         | no
    federated | object   | nobody                                 | no
  `);

  it.each(NAMED)('%s on %s, named by %s: %s', (caller, target, principal = '', allowed) => {
    const silent = { identity: [], boundary: ALLOW_OTHER, session: ALLOW_OTHER, scps: [[named(ALLOW_OTHER)]] };
    const given = policies({ ...silent, resource: own(target as Target, principal) });
    const found = evaluate(asked(target as Target, caller as CallerKind, ACCOUNT), given); // cells of the table
    const layer = target === 'role' ? 'trust' : 'resource';
    expect([found.allowed, found.blockers]).toEqual([allowed, allowed === 'yes' ? [] : [layer]]);
    for (const other of ['identity', 'boundary', 'session', 'scp'] as const)
      expect(layerOf(found, other)).toEqual({ allow: 'yes', deny: 'no', statements: [] });
  });

  it.each(
    rows(`
    operation                  | caller    | trust names                                                                              | allowed
    AssumeRoleWithWebIdentity  | federated | arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com              | yes
    AssumeRoleWithWebIdentity  | federated | arn:aws:iam::111122223333:oidc-provider/other.example                                    | no
    AssumeRoleWithSAML         | federated | arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com              | yes
    AssumeRoleWithSAML         | federated | arn:aws:iam::111122223333:saml-provider/corporate                                        | no
    AssumeRoleWithWebIdentity  | user      | arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com              | unknown
  `),
  )('sts:%s by %s of a role that trusts %s: %s', (operation, caller, provider, allowed) => {
    const action = `sts:${operation}`;
    const resource = document({ Effect: 'Allow', Principal: { Federated: provider }, Action: action });
    const given = policies({ resource, identity: [], boundary: ALLOW_OTHER, scps: [[]] });
    const found = evaluate({ ...asked('role', caller as CallerKind, ACCOUNT), action }, given); // a cell of the table
    expect(found.allowed).toBe(allowed);
    expect(found.blockers).toEqual(allowed === 'no' ? ['trust'] : []);
  });
});

// "if you do not pass a policy … the resulting federated user session has no permissions", except what a resource's policy gives it:
// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
describe('a federated user without session policy', () => {
  const all = { identity: [named(ALLOW_ALL)] };

  it('has no permissions of its own', () => {
    const found = evaluate(asked('object', 'federated-user', ACCOUNT), policies(all));
    expect(found).toMatchObject({ allowed: 'no', blockers: ['session'], layers: { session: { allow: 'no' } } });
  });

  it('has what the policy of a resource gives it', () => {
    const given = policies({ ...all, resource: own('object', FEDERATED_USER) });
    expect(evaluate(asked('object', 'federated-user', ACCOUNT), given).allowed).toBe('yes');
  });

  it('calls no STS operation but GetCallerIdentity, and IAM in the console only', () => {
    const given = policies({ ...all, session: ALLOW_ALL });
    const action = (name: string) =>
      evaluate({ ...asked('object', 'federated-user', ACCOUNT), action: name, resource: '*' }, given);
    expect(action('sts:GetAccessKeyInfo').allowed).toBe('no');
    expect(action('sts:GetCallerIdentity').allowed).toBe('yes');
    expect(action('iam:ListUsers').allowed).toBe('unknown');
    expect(action('s3:ListAllMyBuckets').allowed).toBe('yes');
  });
});

describe('policies of one layer', () => {
  it.each(
    rows(`
    first  | second | allow | deny
    allow  | other  | yes   | no
    other  | allow  | yes   | no
    other  | other  | no    | no
    allow  | deny   | yes   | yes
    deny   | other  | no    | yes
    hidden | allow  | yes   | unknown
    hidden | other  | unknown | unknown
    hidden | deny   | unknown | yes
  `),
  )('add up: %s and %s allow %s, deny %s', (one = '', two = '', allow, deny) => {
    const texts: Readonly<Record<string, object | 'unreadable'>> = {
      allow: ALLOW_ALL,
      other: ALLOW_OTHER,
      deny: document({ Effect: 'Deny', Action: 's3:*', Resource: '*' }),
      hidden: 'unreadable',
    };
    const list = [one, two].map((name) => named(texts[name] ?? {}, name));
    const found = evaluate(asked('object', 'session', ACCOUNT), policies({ identity: list, session: list }));
    for (const layer of ['identity', 'session'] as const) expect(layerOf(found, layer)).toMatchObject({ allow, deny });
  });

  // "An explicit deny in any of these policies overrides the allow": https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
  it.each(['identity', 'boundary', 'session', 'scp', 'rcp', 'trust', 'endpoint'] as const)(
    'an explicit deny in %s decides, whatever else allows or is hidden',
    (layer: Layer) => {
      const deny = { Effect: 'Deny', Action: 'sts:*', ...(layer === 'trust' ? {} : { Resource: '*' }) };
      const names = ['trust', 'rcp', 'endpoint'].includes(layer) ? { Principal: '*' } : {};
      const bad = named(document({ ...deny, ...names }));
      for (const rest of [ALLOW_ALL, 'unreadable'] as const) {
        const good = named(rest);
        const given: EvaluationPolicies = {
          identity: layer === 'identity' ? [bad] : [good],
          boundary: layer === 'boundary' ? bad : good,
          session: layer === 'session' ? [bad] : [good],
          scps: [layer === 'scp' ? [bad, good] : [good]],
          rcps: [layer === 'rcp' ? [bad] : [good]],
          resource: layer === 'trust' ? bad : named(rest === 'unreadable' ? rest : own('role', ROLE)),
          endpoint: layer === 'endpoint' ? bad : rest === 'unreadable' ? rest : null,
        };
        const found = evaluate(asked('role', 'session', ACCOUNT), given);
        expect(found.allowed).toBe('no');
        expect(found.blockers).toContain(layer);
        expect(layerOf(found, layer).deny).toBe('yes');
      }
    },
  );
});
