import { defineConfig } from 'vitest/config';
import { LONG } from './test/effort.ts';

/** No test takes this long on any machine: it ends what hangs. How long something takes is measured by `npm run bench`. */
const HANGS = (LONG ? 60 : 5) * 60_000;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/nodes/**'], // see the config there
    // Files share the modules that they import, which saves a third of the time. What a module keeps is a cache; helpers register
    // no hooks when they are loaded (test/architecture/test-habits.test.ts).
    isolate: false,
    // Vitest would leave one of two cores idle.
    maxWorkers: '100%',
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    testTimeout: HANGS,
    hookTimeout: HANGS,
  },
});
