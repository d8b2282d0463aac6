import fc from 'fast-check';
import { describe, it } from 'vitest';
import { LONG, runs } from '../effort.ts';
import { INPUT_BYTES, TARGET_NAMES, TARGETS } from './targets.ts';

const inputs = fc.uint8Array({ minLength: INPUT_BYTES, maxLength: INPUT_BYTES, size: 'max' });

/** The same for hours: npm run fuzz. */
describe('no input makes it throw, show a secret or what is hidden, or contradict itself', () => {
  it.each(TARGET_NAMES)('%s', async (name) => {
    const numRuns = name === 'texts' ? runs(400, 20_000) : runs(150, 10_000);
    await fc.assert(
      fc.asyncProperty(inputs, async (bytes) => TARGETS[name](bytes)),
      // The same inputs each time in npm test: what new ones find is for those who look for it.
      { numRuns, ...(LONG ? {} : { seed: 14 }) },
    );
  });
});
