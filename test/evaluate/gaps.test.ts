import { describe, expect, it } from 'vitest';
import { decide } from '../../src/evaluate/decide.ts';
import { known, unreadable } from '../../src/model/fact.ts';
import { answers, asked, gap, layer, level, NO_POLICIES, policy, whats } from './attached.ts';
import { GAP } from './rows.ts';
import { ACCOUNT, ALLOW_ALL, ALLOW_OTHER, CALLERS, document } from './worlds.ts';

// What is not known must have its gap, and what cannot change an answer is none.
describe('gaps', () => {
  it('are those of unreadable policies and lists', () => {
    const identity = known([level([policy('a', ALLOW_OTHER), policy('b', 'hidden')], [gap('the groups')])]);
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
      { ...level([policy('full', ALLOW_ALL)]), id: 'r-1' },
      { ...level([policy('a', 'hidden')]), id: 'ou-1' },
    ];
    const found = decide(asked(), { ...NO_POLICIES, identity: layer(ALLOW_ALL), scp: known(levels) });
    expect(found.layers.scp.levels.map(({ allow, deny }) => [allow, deny])).toEqual([
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
