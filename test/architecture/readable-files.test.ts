import { describe, expect, it } from 'vitest';
import { filesIn, type SourceFile } from './sources.ts';

const MOST_LINES = 250;
const sources = filesIn('src');
const tests = filesIn('test');

/** What a file exports by a declaration, and whether a comment says what it is. */
function exportsOf({ file, text }: SourceFile) {
  const found = text.matchAll(
    /(\*\/\n)?^export (?:async |abstract |declare )?(function\*?|class|interface|type) (\w+)/gm,
  );
  return [...found].map(([, comment, kind, name]) => ({ told: comment !== undefined, kind, name, file }));
}

/** Texts and comments, which are blanked out: only code is looked at. */
const NO_CODE = /'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\/.*|\/\*[\s\S]*?\*\//g;

/** Lines that turn one type into another by assertion; `as const` turns nothing into anything. */
function assertionsOf({ file, text }: SourceFile) {
  const lines = text.split('\n');
  const code = text.replace(NO_CODE, (blank) => blank.replace(/[^\n]/g, '_')).split('\n');
  return code.flatMap((line, index) => {
    const asserts =
      /\S\sas\s(?!const\b)/.test(line) && !/^(?:import\b|export [{*])|^ {2}(?:type )?\w+\sas\s\w+,$/.test(line);
    return asserts ? [{ line: lines[index] ?? '', at: `${file}:${index + 1}` }] : [];
  });
}

describe('every file', () => {
  it.each([
    ['src', sources],
    ['test', tests],
  ])('of %s is short enough to be read at once', (_, files) => {
    const long = files
      // Tables of data may be longer than code.
      .filter(({ file }) => !/^src\/causes\/(texts|tables)\//.test(file))
      .filter(({ text }) => text.trimEnd().split('\n').length > MOST_LINES)
      .map(({ file }) => file);
    expect(files.length).toBeGreaterThan(100);
    expect(long).toEqual([]);
  });

  it('of src says of each function and type that it exports what it is', () => {
    const found = sources.flatMap(exportsOf);
    expect(found.length).toBeGreaterThan(500);
    expect(found.filter(({ told }) => !told)).toEqual([]);
  });

  it('says why it asserts a type, on the same line', () => {
    const found = [...sources, ...tests].flatMap(assertionsOf);
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter(({ line }) => !line.includes(' // '))).toEqual([]);
  });
});
