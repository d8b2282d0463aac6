import { describe, expect, it } from 'vitest';
import { decide } from '../../src/evaluate/decide.ts';
import { unreadable } from '../../src/model/fact.ts';
import { parsePrincipal } from '../../src/model/principal.ts';
import { answers, asked, gap, layer, NO_POLICIES, whats } from './attached.ts';
import { GAP } from './rows.ts';
import { ACCOUNT, ALLOW_ALL, ALLOW_OTHER, CALLERS, DENY_ALL, document } from './worlds.ts';

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
      'whether a session policy limits what a resource policy allows everyone',
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
      'the ARN of the role to pass',
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
      asked({ action: 'kms:DescribeKey', resource: key }),
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
