import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange } from '../../src/policy/apply-change.ts';

const single = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' } };
const listed = {
  Statement: [
    { Effect: 'Allow', Action: ['a:A', 'b:B'] },
    { Effect: 'Deny', Action: 'c:C' },
  ],
};

const fits: readonly (readonly [string, unknown, string, unknown, unknown, unknown])[] = [
  [
    'replaces a value',
    listed,
    '/Statement/1/Action',
    'c:C',
    'd:D',
    { Statement: [listed.Statement[0], { Effect: 'Deny', Action: 'd:D' }] },
  ],
  [
    'removes an element',
    listed,
    '/Statement/1/Action',
    'c:C',
    null,
    { Statement: [listed.Statement[0], { Effect: 'Deny' }] },
  ],
  [
    'removes a list item',
    listed,
    '/Statement/0/Action/0',
    'a:A',
    null,
    { Statement: [{ Effect: 'Allow', Action: ['b:B'] }, listed.Statement[1]] },
  ],
  [
    'appends to a list',
    listed,
    '/Statement/0/Action/-',
    null,
    'c:C',
    { Statement: [{ Effect: 'Allow', Action: ['a:A', 'b:B', 'c:C'] }, listed.Statement[1]] },
  ],
  [
    'makes a single statement a list first',
    single,
    '/Statement/-',
    null,
    { Effect: 'Deny' },
    { Version: '2012-10-17', Statement: [single.Statement, { Effect: 'Deny' }] },
  ],
  [
    'makes a single text a list first',
    single,
    '/Statement/Action/-',
    null,
    's3:PutObject',
    { Version: '2012-10-17', Statement: { ...single.Statement, Action: ['s3:GetObject', 's3:PutObject'] } },
  ],
  [
    'adds an element',
    single,
    '/Statement/Sid',
    null,
    'A',
    { Version: '2012-10-17', Statement: { ...single.Statement, Sid: 'A' } },
  ],
  ['replaces the whole document', single, '', single, listed, listed],
  ['writes a document that was not there', undefined, '', null, listed, listed],
  ['reads escaped keys', { 'a/b': { '~': 1 } }, '/a~1b/~0', 1, 2, { 'a/b': { '~': 2 } }],
];

const misfits: readonly (readonly [string, unknown, string, unknown, unknown])[] = [
  ['what stands there differs', listed, '/Statement/1/Action', 'x:X', 'd:D'],
  ['nothing is expected and something is there', listed, '/Statement/1/Action', null, 'd:D'],
  ['the pointer leads nowhere', listed, '/Statement/7/Action', null, 'd:D'],
  ['the parent is a text', listed, '/Statement/1/Action/x/y', null, 'd:D'],
  ['an index is no number', listed, '/Statement/first', null, 'd:D'],
  ['there is no list to append to', listed, '/Nothing/-', null, 'd:D'],
  ['appending expects something before', listed, '/Statement/-', 'x', 'd:D'],
  ['the removed value is another one', listed, '/Statement/0/Action/0', 'b:B', null],
];

describe('applying a change', () => {
  it.each(fits)('%s', (_, document, pointer, before, after, expected) => {
    const untouched = structuredClone(document);
    expect(applyChange(document, { pointer, before, after })).toEqual({ status: 'applied', document: expected });
    expect(document).toEqual(untouched);
  });

  it.each(misfits)('refuses where %s', (_, document, pointer, before, after) => {
    expect(applyChange(document, { pointer, before, after }).status).toBe('misfit');
  });

  it('never reaches beyond the document', () => {
    const result = applyChange({ a: {} }, { pointer: '/a/__proto__', before: null, after: { polluted: true } });
    expect(result.status).toBe('applied');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(applyChange({}, { pointer: '/constructor/prototype', before: null, after: 1 }).status).toBe('misfit');
  });

  it('is undone by its opposite', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), fc.jsonValue(), (value, key, after) => {
        fc.pre(after !== null && typeof value === 'object' && value !== null && !Array.isArray(value));
        const pointer = `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        fc.pre(key !== '-');
        const object = value as Record<string, unknown>; // by fc.pre
        const before = Object.hasOwn(object, key) ? object[key] : null;
        const there = applyChange(value, { pointer, before, after });
        if (there.status === 'misfit') throw new Error(there.why);
        const back = applyChange(there.document, { pointer, before: after, after: before });
        expect(back).toEqual({ status: 'applied', document: before === null ? without(object, key) : value });
      }),
    );
  });
});

function without(object: object, key: string): unknown {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}
