import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import createWabt from 'wabt';
import { expectGolden } from '../../golden.ts';

const pathOf = (name: string) => fileURLToPath(new URL(`../../../src/parse/scan/wasm/${name}`, import.meta.url));

it('the program that searches a log is what search.wat says, and nothing else', async () => {
  const { parseWat } = await createWabt();
  const module = parseWat('search.wat', readFileSync(pathOf('search.wat'), 'utf8'), { simd: true });
  module.validate();
  // All that it asks of its surroundings.
  expect(module.toText({}).match(/\(import .*/g)).toEqual(['(import "scan" "memory" (memory (;0;) 1))']);
  const { buffer } = module.toBinary({});
  expectGolden(
    pathOf('program.ts'),
    `/** search.wat, assembled by \`npm run accept\`; in Base64. */\nexport const PROGRAM =\n  '${Buffer.from(buffer).toString('base64')}';\n`,
  );
});
