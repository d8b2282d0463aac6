import { describe, expect, it } from 'vitest';
import { cleanLine } from '../../src/parse/text/clean-lines.ts';
import { createDenseText, SPACING } from '../../src/parse/text/dense-text.ts';

function denseText(text: string) {
  return createDenseText(text.split('\n').flatMap((line, index) => cleanLine(line, index + 1)));
}

describe('createDenseText', () => {
  const dense = denseText('User a\n  is not\n\nIN');

  it('leaves white space out, and keeps the case of letters beside', () => {
    expect([dense.text, dense.lower]).toEqual(['UseraisnotIN', 'useraisnotin']);
  });

  it('knows the widest white space before each character', () => {
    const { none, blank, break: lineBreak, paragraph } = SPACING;
    expect([...'UseraisnotIN', 'end'].map((_, at) => dense.spacingBefore(at))).toEqual(
      [lineBreak, none, none, none, blank, lineBreak, none, blank, none, none, paragraph, none, paragraph], //
    );
  });

  it('finds the next white space of a kind, as far as it is asked to look', () => {
    expect(dense.nextSpacing(1)).toBe(4);
    expect(dense.nextSpacing(4)).toBe(4);
    expect(dense.nextSpacing(1, SPACING.break)).toBe(5);
    expect(dense.nextSpacing(1, SPACING.paragraph)).toBe(10);
    expect(dense.nextSpacing(1, SPACING.paragraph, 8)).toBe(8);
    expect(dense.nextSpacing(11)).toBe(12);
  });

  it('writes a part with its blanks, and its line breaks as is wanted', () => {
    expect(dense.written(0, 10)).toBe('User ais not');
    expect(dense.written(0, 10, ' ')).toBe('User a is not');
    expect(dense.written(4, 5)).toBe('a');
  });

  it('knows the lines', () => {
    expect([0, 4, 5, 9, 10, 11].map(dense.lineAt)).toEqual([1, 1, 2, 2, 4, 4]);
    const escaped = denseText('first\n{"a":"one\\ntwo"}');
    const two = escaped.text.indexOf('two');
    expect([escaped.lineAt(two), escaped.rowAt(two)]).toEqual([2, 2]);
  });
});

describe('a line that was broken by force', () => {
  const line = (first: string, width: number, padded = width) =>
    first.padEnd(width, 'x').padEnd(padded, ' ').slice(0, padded);

  /** Whether the first line of the text, or the one of this index, was. */
  function isBroken(lines: readonly string[], index = 0): boolean {
    const dense = denseText(lines.join('\n'));
    const before = lines
      .slice(0, index + 1)
      .join('')
      .replace(/\s/g, '').length;
    return dense.brokenByForce(before);
  }

  it.each<[string, boolean, readonly string[], number?]>([
    ['it shares the widest width with another line', true, [line('a', 60), line('b', 20), line('c', 60)]],
    ['it is alone with its width', false, [line('a', 60), line('b', 20), line('c', 59)]],
    ['all lines are narrow, so that they share a width by chance', false, [line('a', 39), line('b', 39), 'c']],
    ['the lines are just wide enough', true, [line('a', 40), line('b', 40), 'c']],
    [
      'the next line begins in the same way, as in a log',
      false,
      ['INFO '.padEnd(60, 'x'), 'INFO '.padEnd(60, 'y'), 'c'],
    ],
    [
      'the widest lines begin in the same way, and are no terminal',
      false,
      ['a', 'INFO '.padEnd(60, 'x'), 'b', 'INFO '.padEnd(60, 'y')],
      1,
    ],
    [
      'it is as wide as the line before, though others are wider',
      true,
      [line('a', 60), line('b', 60), 'c', line('d', 90)],
      1,
    ],
    [
      'it is as wide as the next line, though others are wider',
      true,
      [line('a', 90), line('b', 60), line('c', 60), 'd'],
      1,
    ],
    [
      'it is as wide as the next line, which was cut at a blank',
      true,
      [line('a', 90), line('b', 60), line('c', 57, 60), 'd'],
      1,
    ],
    [
      'it is as wide as the line before, which was cut at a blank',
      true,
      [line('a', 57, 60), line('b', 60), 'c', line('d', 90)],
      1,
    ],
    ['its neighbours have other widths', false, [line('a', 90), line('b', 60), line('c', 58), 'd'], 1],
  ])('%s: %s', (_, broken, lines, index) => {
    expect(isBroken(lines, index)).toBe(broken);
  });
});
