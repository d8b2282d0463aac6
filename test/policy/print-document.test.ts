import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getPointer } from '../../src/policy/pointer.ts';
import { printDocument } from '../../src/policy/print-document.ts';

const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: ['a', 'b'] }, Action: 'sts:AssumeRole' }],
};

describe('printing a document', () => {
  it('prints any JSON as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(printDocument(value).text).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  it('knows the lines of every value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const printed = printDocument(value);
        const lines = printed.text.split('\n');
        for (const pointer of pointersOf(value)) {
          const { first, last } = printed.placeOf(pointer);
          const shown = lines
            .slice(first - 1, last)
            .join('\n')
            .trim();
          const alone = JSON.stringify(getPointer(value, pointer), null, 2)
            .split('\n')
            .map((line) => line.trim());
          expect(
            shown
              .split('\n')
              .map((line) => line.trim())
              .join('\n'),
          ).toContain(alone.join('\n'));
        }
      }),
    );
  });

  it.each([
    ['', 1, 15],
    ['/Version', 2, 2],
    ['/Statement/0/Principal', 6, 11],
    ['/Statement/0/Principal/AWS/1', 9, 9],
    ['/Statement/0/Action', 12, 12],
    ['/Statement/0/Resource', 4, 13],
    ['/Nowhere/at/all', 1, 15],
  ])('places %s on lines %i to %i', (pointer, first, last) => {
    expect(printDocument(trust).placeOf(pointer)).toEqual({ first, last });
  });
});

function pointersOf(value: unknown, at = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [
    at,
    ...Object.entries(value).flatMap(([key, child]) =>
      pointersOf(child, `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
    ),
  ];
}
