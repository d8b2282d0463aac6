import { describe, expect, it } from 'vitest';
import { assemble } from '../../src/parse/assemble/assemble.ts';
import { findHits } from '../../src/parse/scan/find-hits.ts';
import { needles } from '../../src/parse/scan/needles.ts';
import { createSearch } from '../../src/parse/scan/search.ts';
import { WINDOW } from '../../src/parse/scan/windows.ts';
import { type Phrase, type PhraseShape, phraseShape } from '../../src/parse/shapes/phrases.ts';
import { SHAPES } from '../../src/parse/shapes/registry.ts';
import type { Shape } from '../../src/parse/shapes/shape.ts';
import { cleanLine } from '../../src/parse/text/clean-lines.ts';
import { createDenseText } from '../../src/parse/text/dense-text.ts';
import { toDenial } from '../../src/parse/to-denial.ts';
import { allTexts } from './fixture-texts.ts';

const texts = allTexts.map(({ name, text }) => ({
  name,
  bytes: Buffer.from(text),
  dense: createDenseText(text.split('\n').flatMap((line, index) => cleanLine(line, index + 1))),
}));

function isFound(bytes: Buffer, searched: readonly string[]): boolean {
  return createSearch(searched)(bytes, 0, bytes.length).length > 0;
}

/** The fixtures of which this shape alone makes something that is reported. */
function examplesOf(shape: Pick<Shape, 'find'>): typeof texts {
  return texts.filter(({ dense }) =>
    assemble([...shape.find(dense)], dense).some((group) => {
      const denial = toDenial(group, dense);
      return denial !== undefined && denial.kind !== 'other-aws-auth';
    }),
  );
}

const isPhraseShape = (shape: Shape): shape is PhraseShape => 'phrases' in shape;
const phrases = SHAPES.filter(isPhraseShape).flatMap((shape) =>
  shape.phrases.map((phrase): [string, Phrase] => [`${shape.name}: ${phrase.begins}`, phrase]),
);

describe('the needles of', () => {
  it.each(SHAPES.map((shape) => [shape.name, shape] as const))('%s are in all of its examples', (_, shape) => {
    const examples = examplesOf(shape);
    const lost = examples.filter(({ bytes }) => !isFound(bytes, shape.needles));
    expect(lost.map(({ name }) => name)).toEqual([]);
    // A shape without needles only adds to what others find.
    expect(examples.length > 0).toBe(shape.needles.length > 0);
  });

  it.each(phrases.filter(([, { needles: own }]) => own !== undefined))('%s are in all of its examples', (_, phrase) => {
    const { find } = phraseShape('phrase', [phrase]);
    const examples = texts.filter(({ dense }) => [...find(dense)].length > 0);
    const lost = examples.filter(({ bytes }) => !isFound(bytes, phrase.needles ?? []));
    expect(lost.map(({ name }) => name)).toEqual([]);
    expect(examples.length, 'a fixture has to show it').toBeGreaterThan(0);
  });
});

describe('a needle', () => {
  it('is as long as what is searched for', () => {
    expect(needles().filter((needle) => Buffer.byteLength(needle) < WINDOW)).toEqual([]);
  });

  it('is left out where another is in it', () => {
    expect(needles().filter((needle) => needles().some((other) => other !== needle && needle.includes(other)))).toEqual(
      [],
    );
  });

  it.each(needles().map((needle) => [needle]))('is found wherever it stands: %s', (needle) => {
    for (const before of [0, 1, 2, 3, 7, 50]) {
      for (const after of [0, 1, 5, 60]) {
        const bytes = Buffer.from('.'.repeat(before) + needle + '.'.repeat(after));
        expect(findHits(bytes, 0, bytes.length).length, `${before}, ${after}`).toBeGreaterThan(0);
      }
    }
  });

  it.each([
    ['a line break', '\n'],
    ['Windows', '\r\n'],
    ['a table', '   \n      '],
    ['a box', ' │\n│ '],
    ['a string', '\\n'],
    ['a page', '<br>'],
    ['a page, with an entity', '&nbsp;'],
  ])('is found where it is cut in two by %s', (_, joint) => {
    for (const needle of needles().filter((one) => Buffer.byteLength(one) >= 2 * WINDOW)) {
      for (let at = 1; at < needle.length; at += 1) {
        const bytes = Buffer.from(`x${needle.slice(0, at)}${joint}${needle.slice(at)}x`);
        expect(findHits(bytes, 0, bytes.length).length, bytes.toString()).toBeGreaterThan(0);
      }
    }
  });

  it('is found with more blanks in it, and not with other words', () => {
    expect(isFound(Buffer.from('not  authorized \t to  perform'), ['not authorized to perform'])).toBe(true);
    expect(isFound(Buffer.from('not authorized to do or perform'), ['not authorized to perform'])).toBe(false);
    expect(isFound(Buffer.from('be authorized to perform'), ['not authorized to perform'])).toBe(false);
    expect(isFound(Buffer.from('not authorized to'), ['not authorized to perform'])).toBe(false);
  });
});

describe('findHits', () => {
  it('reports what begins in the stretch, in order, also where its end is behind it', () => {
    const bytes = Buffer.from('AuthFailure … AuthFailure … AuthFailure');
    const hits = findHits(bytes, 0, bytes.length);
    expect(hits).toEqual([...hits].sort((one, other) => one - other));
    for (let to = 0; to <= bytes.length; to += 1) {
      const [head, tail] = [findHits(bytes, 0, to), findHits(bytes, to, bytes.length)];
      expect([...head, ...tail]).toEqual(hits);
      expect(head.every((at) => at < to) && tail.every((at) => at >= to)).toBe(true);
    }
  });

  it('finds nothing in ordinary lines', () => {
    const line =
      'INFO the role was not changed, access to the resource is authorized, session token of user 12 refreshed';
    expect(findHits(Buffer.from(`${line}\n`.repeat(500)), 0, line.length * 500)).toEqual([]);
  });
});
