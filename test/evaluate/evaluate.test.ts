import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import type { EvaluationPolicies } from '../../src/model/evaluation.ts';
import {
  ACCOUNT,
  ALLOW_ALL,
  ALLOW_OTHER,
  allowing,
  CALLERS,
  document,
  layerOf,
  named,
  policies,
  request,
} from './worlds.ts';

const NOTHING = { allow: 'yes', deny: 'no', statements: [] };

describe('evaluate', () => {
  it('answers for every layer, one that does not apply letting everything through', () => {
    expect(evaluate(request(), policies({ identity: [named(ALLOW_ALL, 'Admin')] }))).toEqual({
      allowed: 'yes',
      layers: {
        identity: {
          allow: 'yes',
          deny: 'no',
          statements: [
            {
              policy: 'Admin',
              level: null,
              index: 0,
              sid: null,
              effect: 'Allow',
              match: 'yes',
              elements: { action: 'yes', resource: 'yes', principal: 'yes', condition: 'yes' },
              conditions: [],
            },
          ],
        },
        boundary: NOTHING,
        session: NOTHING,
        scp: NOTHING,
        rcp: NOTHING,
        resource: NOTHING,
        endpoint: NOTHING,
      },
      blockers: [],
    });
  });

  it('says what it finds of each condition', () => {
    const condition = {
      StringEquals: { 'aws:username': 'anna' },
      Bool: { 'aws:SecureTransport': 'true' },
      Null: { 'sts:ExternalId': true },
    };
    const policy = named(document({ Sid: 'S', Effect: 'Deny', Action: '*', Resource: '*', Condition: condition }));
    const asked = request({ context: { 'AWS:UserName': 'anna' }, unknownKeys: ['aws:securetransport'] });
    const [statement] = layerOf(evaluate(asked, policies({ identity: [policy] })), 'identity').statements;
    expect(statement).toMatchObject({ sid: 'S', effect: 'Deny', match: 'unknown', elements: { condition: 'unknown' } });
    expect(statement?.conditions).toEqual([
      { operator: 'StringEquals', key: 'aws:username', match: 'yes' },
      { operator: 'Bool', key: 'aws:SecureTransport', match: 'unknown' },
      { operator: 'Null', key: 'sts:ExternalId', match: 'yes' },
    ]);
  });

  it('takes what is not given as missing, with "*" as unknown', () => {
    const policy = named(
      document({ Effect: 'Allow', Action: '*', Resource: '*', Condition: { Null: { 'aws:SourceVpce': 'true' } } }),
    );
    const answer = (unknownKeys: readonly string[] | '*', context = {}) =>
      evaluate(request({ context, unknownKeys }), policies({ identity: [policy] })).allowed;
    expect([answer([]), answer('*'), answer(['AWS:sourcevpce']), answer(['aws:SourceVpc'])]).toEqual([
      'yes',
      'unknown',
      'unknown',
      'yes',
    ]);
    expect(answer('*', { 'aws:SourceVpce': 'vpce-1' })).toBe('no');
  });

  it('takes a string as a single value, a list as many', () => {
    const policy = named(
      document({
        Effect: 'Allow',
        Action: '*',
        Resource: '*',
        Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } },
      }),
    );
    const answer = (value: string | string[]) =>
      evaluate(request({ context: { 'aws:TagKeys': value } }), policies({ identity: [policy] })).allowed;
    expect([answer('a'), answer(['a', 'b']), answer(['a', 'c'])]).toEqual(['yes', 'yes', 'no']);
  });

  it('takes policies bare, with a name, and for sessions as a list', () => {
    const asked = request({
      ...CALLERS.session,
      action: 'sqs:SendMessage',
      resource: 'arn:aws:sqs:us-east-1:111122223333:q',
    });
    const names = (parts: Partial<EvaluationPolicies>) =>
      Object.values(evaluate(asked, policies(parts)).layers).flatMap(({ statements }) =>
        statements.map(({ policy }) => policy),
      );
    expect(names({ boundary: ALLOW_ALL })).toEqual(['permissions boundary']);
    expect(names({ boundary: named(ALLOW_ALL, 'Boundary') })).toEqual(['Boundary']);
    expect(names({ session: ALLOW_ALL })).toEqual(['session policy']);
    expect(names({ session: named(ALLOW_ALL, 'Limits') })).toEqual(['Limits']);
    expect(names({ session: [named(ALLOW_ALL, 'a'), named(ALLOW_OTHER, 'b')] })).toEqual(['a', 'b']);
    expect(names({ resource: allowing('*') })).toEqual(['resource policy']);
    expect(names({ endpoint: allowing('*') })).toEqual(['VPC endpoint policy']);
  });

  it('needs an Allow of a session policy list that is empty', () => {
    const found = evaluate(request(CALLERS.session), policies({ identity: [named(ALLOW_ALL)], session: [] }));
    expect(found).toMatchObject({ allowed: 'no', blockers: ['session'] });
  });

  it.each(['identity', 'resource', 'boundary', 'session', 'scps', 'rcps', 'endpoint'] as const)(
    'never allows with unreadable %s',
    (part) => {
      const all = { ...policies({ identity: [named(ALLOW_ALL)] }), endpoint: null };
      const asked = request(CALLERS.session);
      expect(evaluate(asked, all).allowed).toBe('yes');
      const found = evaluate(asked, { ...all, [part]: 'unreadable' });
      expect([found.allowed, found.blockers]).toEqual(['unknown', []]);
    },
  );

  it.each(['identity', 'resource', 'boundary', 'session', 'scps', 'rcps'] as const)(
    'never allows where %s is left out, or is no such thing',
    (part) => {
      const all = policies({ identity: [named(ALLOW_ALL)] });
      const { [part]: _, ...rest } = all;
      const odd: unknown[] = [rest, { ...all, [part]: undefined }, { ...all, [part]: 'other' }, { ...all, [part]: 7 }];
      const answers = odd.map((given) => evaluate(request(CALLERS.session), given as EvaluationPolicies).allowed); // what callers without types do
      expect(answers).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
    },
  );

  it('takes a level that is no list for one that cannot be read', () => {
    const given = { ...policies({ identity: [named(ALLOW_ALL)] }), scps: [ALLOW_ALL, null, 'all'] };
    expect(evaluate(request(CALLERS.session), given as unknown as EvaluationPolicies).allowed).toBe('unknown'); // as above
  });

  it('refuses a principal that calls nothing', () => {
    for (const principal of ['anna', '', 'arn:aws:iam::***:role/build', 'arn:aws:s3:::reports'])
      expect(() => evaluate(request({ principal }), policies())).toThrow(TypeError);
  });

  it('does not change what it is given', () => {
    const frozen = deepFreeze({
      asked: request(),
      given: policies({ identity: [named(ALLOW_ALL)], scps: [[named(ALLOW_ALL)]] }),
    });
    expect(evaluate(frozen.asked, frozen.given).allowed).toBe('yes');
  });

  it('gives the same answer each time', () => {
    const given = policies({ identity: [named(ALLOW_ALL)], resource: allowing({ AWS: ACCOUNT }) });
    expect(evaluate(request(), given)).toEqual(evaluate(request(), given));
  });
});

function deepFreeze<T extends object>(value: T): T {
  for (const child of Object.values(value)) if (typeof child === 'object' && child !== null) deepFreeze(child);
  return Object.freeze(value);
}
