import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getPointer } from '../../src/policy/pointer.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';

const allow = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };

describe('reading a policy', () => {
  it('settles string or array, and keeps the place of every value', () => {
    const { statements } = readPolicy({
      Version: '2012-10-17',
      Statement: [allow, { Effect: 'Deny', NotAction: ['a:A', 'b:B'], NotResource: 'x', Sid: 'No' }],
    });
    expect(statements[0]?.action).toEqual({
      negated: false,
      entries: [{ value: 's3:GetObject', pointer: '/Statement/0/Action' }],
      complete: true,
    });
    expect(statements[1]?.action?.entries[1]).toEqual({ value: 'b:B', pointer: '/Statement/1/NotAction/1' });
    expect(statements[1]).toMatchObject({ index: 1, sid: 'No', effect: 'Deny', resource: { negated: true } });
  });

  it('reads a single statement object as statement 0', () => {
    expect(readPolicy({ Statement: allow }).statements[0]).toMatchObject({ index: 0, pointer: '/Statement' });
  });

  it.each([
    ['2012-10-17', 'yes'],
    ['2008-10-17', 'no'],
    [undefined, 'no'],
    ['2012-10-18', 'unknown'],
    [2012, 'unknown'],
  ])('with version %s policy variables: %s', (Version, variables) => {
    expect(readPolicy({ Version, Statement: [] }).variables).toBe(variables);
  });

  it('reads every form of Principal', () => {
    const named = (Principal: unknown) => readPolicy({ Statement: { ...allow, Principal } }).statements[0]?.principal;
    expect(named('*')?.entries).toEqual([{ kind: '*', value: '*', pointer: '/Statement/Principal' }]);
    expect(named({ AWS: [111122223333], Service: 'ec2.amazonaws.com' })?.entries).toEqual([
      { kind: 'AWS', value: '111122223333', pointer: '/Statement/Principal/AWS/0' },
      { kind: 'Service', value: 'ec2.amazonaws.com', pointer: '/Statement/Principal/Service' },
    ]);
    expect(named(['*'])).toEqual({ negated: false, entries: [], complete: false });
    expect(named({ AWS: [null, '*'] })?.complete).toBe(false);
  });

  it('reads conditions pair by pair', () => {
    const Condition = { StringEquals: { 'aws:PrincipalTag/a/b': ['x', true, 7] }, Null: { k: 'true' } };
    expect(readPolicy({ Statement: { ...allow, Condition } }).statements[0]?.conditions).toEqual([
      {
        operator: 'StringEquals',
        key: 'aws:PrincipalTag/a/b',
        pointer: '/Statement/Condition/StringEquals/aws:PrincipalTag~1a~1b',
        complete: true,
        values: [
          { value: 'x', pointer: '/Statement/Condition/StringEquals/aws:PrincipalTag~1a~1b/0' },
          { value: 'true', pointer: '/Statement/Condition/StringEquals/aws:PrincipalTag~1a~1b/1' },
          { value: '7', pointer: '/Statement/Condition/StringEquals/aws:PrincipalTag~1a~1b/2' },
        ],
      },
      {
        operator: 'Null',
        key: 'k',
        pointer: '/Statement/Condition/Null/k',
        complete: true,
        values: [{ value: 'true', pointer: '/Statement/Condition/Null/k' }],
      },
    ]);
  });

  it.each([
    ['no object', 'text', 1],
    ['a list', [], 1],
    ['no Statement', { Version: '2012-10-17' }, 1],
    ['a statement that is not an object', { Statement: ['x', allow] }, 1],
    ['an effect in another case', { Statement: [{ ...allow, Effect: 'allow' }] }, 1],
    ['no effect', { Statement: [{ Action: 'a:A' }] }, 1],
    ['nothing odd', { Statement: [allow] }, 0],
    ['no statement at all, said plainly', { Statement: [] }, 0],
  ])('names what hides statements: %s', (_, document, count) => {
    expect(readPolicy(document).unsupportedParts).toHaveLength(count);
  });

  it.each([
    ['an element that nobody knows', { ...allow, resource: 'x' }],
    ['both forms of an element', { ...allow, NotAction: 'x' }],
    ['a Condition that is a list', { ...allow, Condition: [] }],
    ['an operator without keys', { ...allow, Condition: { StringEquals: 'x' } }],
  ])('names what is odd in a statement: %s', (_, statement) => {
    expect(readPolicy({ Statement: statement }).statements[0]?.unsupportedParts).toHaveLength(1);
  });

  it('never throws, and every pointer leads to what it was read from', () => {
    fc.assert(
      fc.property(documents, (document) => {
        for (const { action, resource, principal, conditions, pointer } of readPolicy(document).statements) {
          expect(getPointer(document, pointer)).toBeTypeOf('object');
          const located = [action, resource, principal].flatMap((element) => element?.entries ?? []);
          for (const { value, pointer: at } of [...located, ...conditions.flatMap(({ values }) => values)])
            expect(String(getPointer(document, at))).toBe(value);
        }
      }),
    );
  });
});

const element = fc.oneof(
  fc.string(),
  fc.array(fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))),
  fc.jsonValue(),
);
const documents = fc.oneof(
  fc.jsonValue(),
  fc.record(
    {
      Statement: fc.array(
        fc.record(
          {
            Effect: fc.constantFrom('Allow', 'Deny', 'allow'),
            Action: element,
            NotAction: element,
            Resource: element,
            Principal: fc.oneof(element, fc.dictionary(fc.string(), element)),
            Condition: fc.dictionary(fc.string(), fc.dictionary(fc.string(), element)),
          },
          { requiredKeys: ['Effect'] },
        ),
      ),
    },
    { requiredKeys: [] },
  ),
);
