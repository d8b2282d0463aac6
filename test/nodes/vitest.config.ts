import { defineConfig } from 'vitest/config';
import shared from '../../vitest.config.ts';

/** `npm run test:nodes`: apart from the other tests, because it asks the npm registry for the Nodes that are not installed yet. */
export default defineConfig({ test: { ...shared.test, include: ['test/nodes/*.test.ts'], exclude: [] } });
