import { describe, expect, it } from 'vitest';
import { decide } from '../../src/evaluate/decide.ts';
import { absent, known, unreadable } from '../../src/model/fact.ts';
import { type Gap, refused } from '../../src/model/gap.ts';
import type { AttachedPolicy, LayerFact, PolicyKind, RequestPolicies, Tier } from '../../src/model/policy.ts';
import { parsePrincipal } from '../../src/model/principal.ts';
import type { AccessRequest, ContextValue } from '../../src/model/request.ts';
import type { LayerVerdict, Verdict } from '../../src/model/verdict.ts';
import { requestContext } from '../../src/request/request-context.ts';
import { GAP } from './rows.ts';
import { ACCOUNT, ALLOW_ALL, ALLOW_OTHER, CALLERS, DENY_ALL, document, OTHER_ACCOUNT } from './worlds.ts';

const NOT_THERE = absent('iam:GetUser', CALLERS.user.principal);
const NO_POLICIES: RequestPolicies = {
  identity: known([]),
  boundary: NOT_THERE,
  session: NOT_THERE,
  scp: NOT_THERE,
  rcp: NOT_THERE,
  resource: NOT_THERE,
  endpoint: NOT_THERE,
};

function gap(what: string): Gap {
  return refused({
    what,
    account: ACCOUNT,
    permission: 'iam:GetPolicyVersion',
    code: 'AccessDenied',
    who: 'account-admin',
  });
}

function policy(name: string, document: unknown, kind: PolicyKind = 'managed'): AttachedPolicy {
  const ref = { name, arn: null, kind, attachedTo: null };
  return { ref, document: document === 'hidden' ? unreadable(gap(name)) : known(document) };
}

function tier(policies: readonly AttachedPolicy[], gaps: readonly Gap[] = []): Tier {
  return { id: 'anna', name: 'anna', policies, gaps };
}

function layer(...documents: readonly unknown[]): LayerFact {
  return known([tier(documents.map((each, index) => policy(`policy-${index}`, each)))]);
}

function asked(parts: Partial<AccessRequest> = {}, keys: Readonly<Record<string, ContextValue>> = {}): AccessRequest {
  const principal = parsePrincipal(CALLERS.user.principal);
  if (principal === undefined) throw new Error('no principal');
  const single = (value: string): ContextValue => ({ status: 'known', values: [value], multivalued: false });
  const own = { 'aws:PrincipalArn': single(CALLERS.user.principal), 'aws:username': single('anna') };
  return {
    principal,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::reports/q1.csv',
    resourceAccount: ACCOUNT,
    context: requestContext([{ ...own, ...keys }], () => ({ status: 'missing' })),
    ...parts,
  };
}

function whats({ gaps }: LayerVerdict): readonly string[] {
  return gaps.map(({ what }) => what);
}

function answers({ allowed, blockers, suspects }: Verdict) {
  return { allowed, blockers, suspects };
}

// What is not known must have its gap, and what cannot change an answer is none.
describe('gaps', () => {
  it('are those of unreadable policies and lists', () => {
    const identity = known([tier([policy('a', ALLOW_OTHER), policy('b', 'hidden')], [gap('the groups')])]);
    const found = decide(asked(), { ...NO_POLICIES, identity });
    expect(answers(found)).toEqual({ allowed: 'unknown', blockers: [], suspects: ['identity'] });
    expect(whats(found.layers.identity)).toEqual(['the groups', 'b']);
  });

  it('are those of an unreadable layer', () => {
    const found = decide(asked(), { ...NO_POLICIES, identity: unreadable(gap('the policies of anna')) });
    expect(found.layers.identity).toMatchObject({ status: 'unreadable', allow: 'unknown', deny: 'unknown' });
    expect(whats(found.layers.identity)).toEqual(['the policies of anna']);
  });

  it('are none where nothing can change', () => {
    const found = decide(asked(), { ...NO_POLICIES, identity: layer(ALLOW_ALL) });
    expect(answers(found)).toEqual({ allowed: 'yes', blockers: [], suspects: [] });
    expect(Object.values(found.layers).flatMap(whats)).toEqual([]);
  });

  it('are unknown condition keys, only of statements that may match', () => {
    const condition = { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorg1' } };
    const open = document({ Effect: 'Allow', Action: 's3:*', Resource: '*', Condition: condition });
    const other = document({ Effect: 'Allow', Action: 'sqs:*', Resource: '*', Condition: condition });
    const request = asked({}, { 'aws:PrincipalOrgID': { status: 'unknown', gap: GAP } });
    expect(whats(decide(request, { ...NO_POLICIES, identity: layer(open) }).layers.identity)).toEqual([GAP.what]);
    expect(answers(decide(request, { ...NO_POLICIES, identity: layer(other) }))).toMatchObject({ allowed: 'no' });
    expect(whats(decide(request, { ...NO_POLICIES, identity: layer(other) }).layers.identity)).toEqual([]);
  });

  it('are those of the levels of SCPs that are open', () => {
    const levels = [
      { ...tier([policy('full', ALLOW_ALL)]), id: 'r-1' },
      { ...tier([policy('a', 'hidden')]), id: 'ou-1' },
    ];
    const found = decide(asked(), { ...NO_POLICIES, identity: layer(ALLOW_ALL), scp: known(levels) });
    expect(found.layers.scp.tiers.map(({ allow, deny }) => [allow, deny])).toEqual([
      ['yes', 'no'],
      ['unknown', 'unknown'],
    ]);
    expect(whats(found.layers.scp)).toEqual(['a']);
  });

  it('name the policy that holds something we do not support', () => {
    for (const odd of [[], 'text', null, 7, {}, { Statement: [{ Effect: 'allow' }] }]) {
      const found = decide(asked(), { ...NO_POLICIES, identity: layer(odd) });
      expect(found.layers.identity).toMatchObject({ allow: 'unknown', deny: 'unknown' });
      expect(found.layers.identity.gaps).toMatchObject([{ kind: 'unsupported', layer: 'identity' }]);
      expect(whats(found.layers.identity)[0]).toContain('policy-0');
    }
  });

  it('name the statement that holds something odd', () => {
    const odd = document({ Effect: 'Allow', Action: '*', Resource: '*', Extra: true });
    const found = decide(asked(), { ...NO_POLICIES, identity: layer(odd) });
    expect(found.layers.identity.statements[0]?.match).toBe('unknown');
    expect(whats(found.layers.identity)).toEqual([
      'the element Extra, which policies do not have in statement 0 of policy-0',
    ]);
  });
});

describe('a resource that the text does not tell', () => {
  const statement = (more: object) => document({ Effect: 'Allow', Action: 's3:GetObject', ...more });

  it.each([
    [{ Resource: '*' }, 'yes'],
    [{ Resource: 'arn:aws:s3:::reports/*' }, 'unknown'],
    [{ NotResource: 'arn:aws:s3:::reports/*' }, 'unknown'],
    [{ NotResource: '*' }, 'no'],
    [{ Resource: '*', Action: 's3:PutObject' }, 'no'],
  ])('%j: %s', (more, match) => {
    const found = decide(asked({ resource: null }), { ...NO_POLICIES, identity: layer(statement(more)) });
    expect(found.layers.identity.statements[0]?.match).toBe(match);
    if (match === 'unknown') expect(whats(found.layers.identity)).toEqual(['which resource the request is about']);
  });
});

describe('an account that nobody tells', () => {
  const request = asked({ resourceAccount: null });

  it('leaves open which rule holds', () => {
    const found = decide(request, { ...NO_POLICIES, identity: layer(ALLOW_ALL) });
    expect(answers(found)).toEqual({ allowed: 'unknown', blockers: [], suspects: ['resource'] });
    expect(whats(found.layers.resource)).toEqual(['which account owns the resource']);
  });

  it('does not matter where both sides allow', () => {
    const resource = layer(document({ Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: '*', Resource: '*' }));
    expect(decide(request, { ...NO_POLICIES, identity: layer(ALLOW_ALL), resource }).allowed).toBe('yes');
  });

  it('does not matter where the identity side is silent, and the resource’s policy too', () => {
    expect(answers(decide(request, NO_POLICIES))).toEqual({
      allowed: 'no',
      blockers: ['identity'],
      suspects: ['resource'],
    });
  });

  it('matters where the resource’s policy names the user', () => {
    const resource = layer(
      document({ Effect: 'Allow', Principal: { AWS: CALLERS.user.principal }, Action: '*', Resource: '*' }),
    );
    const found = decide(request, { ...NO_POLICIES, resource });
    expect(answers(found)).toEqual({ allowed: 'unknown', blockers: [], suspects: ['identity'] });
  });
});

// A layer that cannot be read may hold a Deny, or the Allow that makes another one unnecessary.
describe('blockers and suspects', () => {
  const hidden = unreadable(gap('hidden'));
  const direct = layer(
    document({ Effect: 'Allow', Principal: { AWS: CALLERS.user.principal }, Action: '*', Resource: '*' }),
  );
  const byAccount = layer(document({ Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: '*', Resource: '*' }));

  it.each([
    ['identity hidden, the policy of the resource silent', { identity: hidden }, 'unknown', [], ['identity']],
    [
      'identity silent, the policy of the resource hidden',
      { resource: hidden },
      'unknown',
      [],
      ['identity', 'resource'],
    ],
    [
      'identity hidden, the resource names the user',
      { identity: hidden, resource: direct },
      'unknown',
      [],
      ['identity'],
    ],
    ['identity allows, SCPs hidden', { identity: layer(ALLOW_ALL), scp: hidden }, 'unknown', [], ['scp']],
    ['identity allows, RCPs hidden', { identity: layer(ALLOW_ALL), rcp: hidden }, 'unknown', [], ['rcp']],
    [
      'identity allows, the endpoint hidden',
      { identity: layer(ALLOW_ALL), endpoint: hidden },
      'unknown',
      [],
      ['endpoint'],
    ],
    [
      'identity allows, boundary silent',
      { identity: layer(ALLOW_ALL), boundary: layer(ALLOW_OTHER) },
      'no',
      ['boundary'],
      [],
    ],
    [
      'boundary silent, the policy of the resource hidden',
      { identity: layer(ALLOW_ALL), boundary: layer(ALLOW_OTHER), resource: hidden },
      'unknown',
      [],
      ['boundary', 'resource'],
    ],
    [
      'everything hidden but an SCP that denies',
      { identity: hidden, resource: hidden, scp: layer(DENY_ALL) },
      'no',
      ['scp'],
      ['identity', 'resource'],
    ],
    ['the resource names the account only', { resource: byAccount }, 'no', ['identity'], []],
  ] as const)('%s', (_name, parts, allowed, blockers, suspects) => {
    expect(answers(decide(asked(), { ...NO_POLICIES, ...parts }))).toEqual({ allowed, blockers, suspects });
  });

  it('a grant that may waive the identity policies leaves them open, with its gap', () => {
    const condition = { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorg1' } };
    const about = { Effect: 'Allow', Action: '*', Resource: '*' };
    const resource = layer(
      document(
        { ...about, Principal: { AWS: ACCOUNT } },
        { ...about, Principal: { AWS: CALLERS.user.principal }, Condition: condition },
      ),
    );
    const request = asked({}, { 'aws:PrincipalOrgID': { status: 'unknown', gap: GAP } });
    const found = decide(request, { ...NO_POLICIES, resource });
    expect(answers(found)).toEqual({ allowed: 'unknown', blockers: [], suspects: ['identity'] });
    expect(found.layers.resource).toMatchObject({ allow: 'yes', deny: 'no' });
    expect(whats(found.layers.resource)).toEqual([GAP.what]);
  });

  // Two of AWS's pages disagree: "not limited by an implicit deny in … a permissions boundary" (evaluation logic), "If a permissions
  // boundary is set for the user, then it must allow the sts:AssumeRole action" (updating a role trust policy).
  it('a boundary silent about sts:AssumeRole is a suspect where the trust policy names the user', () => {
    const role = `arn:aws:iam::${ACCOUNT}:role/deploy`;
    const trust = document({ Effect: 'Allow', Principal: { AWS: CALLERS.user.principal }, Action: 'sts:AssumeRole' });
    const request = asked({ action: 'sts:AssumeRole', resource: role });
    const found = decide(request, { ...NO_POLICIES, boundary: layer(ALLOW_OTHER), resource: layer(trust) });
    expect(answers(found)).toEqual({ allowed: 'unknown', blockers: [], suspects: ['boundary'] });
    expect(found.layers.boundary).toMatchObject({ allow: 'no', gaps: [{ kind: 'unsupported', layer: 'boundary' }] });
    expect(found.resourceLayer).toBe('trust');
  });
});

// Where the rule itself is open, the gap says by what.
describe('an open rule', () => {
  const principal = (arn: string) => parsePrincipal(arn) ?? asked().principal;
  const session = principal(CALLERS.session.principal);
  const everyone = layer(document({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }));
  const denies = layer(document({ Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' }));
  const all = { ...NO_POLICIES, identity: layer(ALLOW_ALL) };
  const key = 'arn:aws:kms:us-east-1:111122223333:key/1';

  it.each([
    [
      'a session policy beside a resource that is open to everyone',
      asked({ principal: session }),
      { ...all, session: layer(ALLOW_OTHER), resource: everyone },
      'session',
      'whether a session policy limits what a resource’s policy allows everyone',
    ],
    [
      'a federated user and IAM',
      asked({ principal: principal(CALLERS['federated-user'].principal), action: 'iam:ListUsers', resource: '*' }),
      { ...all, session: layer(ALLOW_ALL) },
      'identity',
      'whether a federated user calls IAM in the console',
    ],
    [
      'a passed role that nobody names, of an account that nobody tells',
      asked({ action: 'iam:PassRole', resource: null, resourceAccount: null }),
      all,
      'identity',
      'which role is to be passed',
    ],
    [
      'a KMS request about a key or an alias',
      asked({ action: 'kms:DescribeKey', resource: null }),
      all,
      'resource',
      'which resource the request is about',
    ],
    [
      'RCPs on a key that may be managed by AWS',
      asked({ action: 'kms:Decrypt', resource: key }),
      { ...all, resource: everyone, rcp: denies },
      'rcp',
      `whether resource control policies protect ${key}`,
    ],
    [
      'a session that may be a service-linked role’s',
      asked({ principal: principal('arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForX/s') }),
      { ...all, scp: layer(DENY_ALL) },
      'scp',
      'whether AWSServiceRoleForX is a service-linked role',
    ],
    [
      'a role of that name whose path is not known',
      asked({ principal: session }, { 'aws:PrincipalArn': { status: 'unknown', gap: GAP } }),
      {
        ...all,
        resource: layer(
          document({
            Effect: 'Deny',
            Principal: { AWS: 'arn:aws:iam::111122223333:role/x/build' },
            Action: '*',
            Resource: '*',
          }),
        ),
      },
      'resource',
      GAP.what,
    ],
  ] as const)('%s', (_name, request, given, part, what) => {
    const found = decide(request, given);
    expect(found.allowed).toBe('unknown');
    expect(whats(found.layers[part])).toEqual([what]);
  });
});

describe('a role that does not exist', () => {
  it('has no trust policy that could allow', () => {
    const resource = absent('iam:GetRole', `arn:aws:iam::${OTHER_ACCOUNT}:role/deploy`);
    const request = asked({ action: 'sts:AssumeRole', resource: resource.on, resourceAccount: OTHER_ACCOUNT });
    const found = decide(request, { ...NO_POLICIES, identity: layer(ALLOW_ALL), resource });
    expect(answers(found)).toEqual({ allowed: 'no', blockers: ['trust'], suspects: [] });
    expect(found.layers.resource).toMatchObject({ layer: 'trust', status: 'absent', allow: 'no', deny: 'no' });
  });
});

describe('a statement', () => {
  it('keeps its place, and every element its answer', () => {
    const text = {
      Version: '2012-10-17',
      Statement: [
        { Sid: 'First', Effect: 'Allow', Action: 'sqs:*', Resource: '*' },
        {
          Sid: 'Second',
          Effect: 'Deny',
          Action: 's3:Put*',
          Resource: 'arn:aws:s3:::reports/*',
          Condition: { StringEquals: { 'aws:username': ['otto', 'anna'] }, Bool: { 'aws:SecureTransport': 'true' } },
        },
      ],
    };
    const identity = known([tier([]), { ...tier([policy('Deploy', text, 'inline')]), id: 'group' }]);
    const found = decide(asked(), { ...NO_POLICIES, identity });
    expect(found.layers.identity.statements).toMatchObject([
      { tier: 1, index: 0, pointer: '/Statement/0', sid: 'First', effect: 'Allow', match: 'no', conditions: [] },
      {
        layer: 'identity',
        tier: 1,
        policy: { name: 'Deploy', kind: 'inline' },
        index: 1,
        pointer: '/Statement/1',
        sid: 'Second',
        effect: 'Deny',
        match: 'no',
        elements: { action: 'no', resource: 'yes', principal: 'yes', condition: 'no' },
        conditions: [
          {
            operator: 'StringEquals',
            key: 'aws:username',
            match: 'yes',
            pointer: '/Statement/1/Condition/StringEquals/aws:username',
          },
          { operator: 'Bool', key: 'aws:SecureTransport', match: 'no', request: { status: 'missing' } },
        ],
      },
    ]);
  });
});
