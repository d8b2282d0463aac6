import { expect, it } from 'vitest';
import { filesIn } from './sources.ts';

/** A hook that is registered, or a test that is declared, when the module is loaded. */
const AT_TOP_LEVEL = /^(?:(?:before|after)(?:Each|All)|test|it|describe)\b/m;

it('no helper of the tests registers a hook when it is loaded: test files share modules, which are loaded once', () => {
  const files = filesIn('test');
  expect(files.filter(({ file, text }) => file.endsWith('.test.ts') && AT_TOP_LEVEL.test(text)).length).toBeGreaterThan(
    100,
  );
  const wrong = files.filter(({ file, text }) => !file.endsWith('.test.ts') && AT_TOP_LEVEL.test(text));
  expect(wrong.map(({ file }) => file)).toEqual([]);
});
