import { describe, expect, it } from 'vitest';
import { filesIn } from './sources.ts';

const files = filesIn('test');

/** A hook that is registered, or a test that is declared, when the module is loaded. */
const AT_TOP_LEVEL = /^(?:(?:before|after)(?:Each|All)|test|it|describe)\b/m;

describe('the tests', () => {
  it('register no hook when a helper is loaded: test files share modules, and each is loaded once only', () => {
    const found = files.filter(({ text }) => AT_TOP_LEVEL.test(text)).map(({ file }) => file);
    expect(found.length).toBeGreaterThan(100);
    expect(found.filter((file) => !file.endsWith('.test.ts'))).toEqual([]);
  });

  it('have no snapshots of vitest: `npm run accept` renews what `expectGolden` and `expectPart` compare', () => {
    expect(files.filter(({ text }) => /\btoMatch\w*Snapshot\(/.test(text)).map(({ file }) => file)).toEqual([]);
    expect(files.filter(({ text }) => /\bexpect(?:Golden|Part)\(/.test(text)).length).toBeGreaterThan(2);
  });
});
