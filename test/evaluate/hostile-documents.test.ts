import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { runs } from '../effort.ts';
import { CALLERS, document, layerOf, named, request } from './worlds.ts';

describe('hostile documents', () => {
  const ask = (value: unknown) => {
    const document = value as object; // anything that JSON can hold: that is what is tested
    return evaluate(request(CALLERS.session), {
      identity: [named(document)],
      resource: document,
      boundary: named(document),
      endpoint: document,
      session: [named(document)],
      scps: [[named(document)]],
      rcps: [[named(document)]],
    });
  };
  const odd = fc.jsonValue({ maxDepth: 3 });
  const text = fc.constantFrom(
    '*',
    's3:*',
    'arn:aws:s3:::*',
    '111122223333',
    '',
    '$',
    `${'$'}{`,
    `${'$'}{aws:username}`,
    '__proto__',
    'AWS',
    'Null',
    'StringEquals',
  );
  const element = fc.oneof(
    odd,
    text,
    fc.array(fc.oneof(text, odd)),
    fc.dictionary(text, fc.oneof(text, odd, fc.dictionary(text, odd))),
  );
  const statement = fc.dictionary(
    fc.constantFrom(
      'Effect',
      'Sid',
      'Action',
      'NotAction',
      'Resource',
      'NotResource',
      'Principal',
      'NotPrincipal',
      'Condition',
      'x',
    ),
    fc.oneof(element, fc.constantFrom('Allow', 'Deny')),
  );
  const policy = fc.record(
    {
      Version: fc.oneof(odd, fc.constantFrom('2012-10-17', '2008-10-17')),
      Statement: fc.oneof(statement, fc.array(statement), odd),
    },
    { requiredKeys: [] },
  );

  it('never make it throw', () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 3, arbitrary: policy }, { weight: 1, arbitrary: odd }), (document) => {
        expect(['yes', 'no', 'unknown']).toContain(ask(document).allowed);
      }),
      { numRuns: runs(600, 15_000) },
    );
  });

  it('cost no more than their length', () => {
    const stars = `arn:aws:s3:::${'*a'.repeat(2_000)}b`;
    const long = document({ Effect: 'Allow', Principal: '*', Action: `s3:${'*a'.repeat(2_000)}b`, Resource: stars });
    expect(ask(long).allowed).toBe('no');
    const nested = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
    expect(ask({ Version: '2012-10-17', Statement: nested }).allowed).toBe('unknown');
    const many = document(
      ...Array.from({ length: 20_000 }, () => ({ Effect: 'Allow', Action: 'sqs:*', Resource: '*' })),
    );
    expect(layerOf(ask(many), 'identity').statements).toHaveLength(20_000);
  });
});
