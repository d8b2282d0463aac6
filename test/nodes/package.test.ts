import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { installAlone, type Packed, pack } from '../cli/packed.ts';
import { BARE_ENV, denytrace, NAMED, temporaryFolder } from '../cli/run-bin.ts';
import { installNode, NODES } from './install-node.ts';
import { installPackages } from './install-packages.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const folder = temporaryFolder();
let packed: Packed;
let empty: string;

beforeAll(() => {
  packed = pack(folder);
  empty = installAlone(packed, folder);
  const program = (load: string) =>
    `${load}; diagnose({ text: ${JSON.stringify(NAMED)} }).then(([{ causes }]) => console.log(causes[0].id));`;
  writeFileSync(join(empty, 'use.mjs'), program("import { diagnose } from 'denytrace'"));
  writeFileSync(join(empty, 'use.cjs'), program("const { diagnose } = require('denytrace')"));
});

function run(program: string, args: readonly string[]) {
  return execFileSync(program, args, { cwd: empty, env: BARE_ENV, encoding: 'utf8', stdio: 'pipe' });
}

describe.each(NODES)('on Node %s, the package alone in a folder', (version) => {
  let node: string;
  beforeAll(async () => {
    node = await installNode(version);
  });

  it('is a program', async () => {
    const bin = join(empty, 'node_modules/.bin/denytrace');
    const { version: own } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(run(node, [bin, '--version'])).toBe(`${own}\n`);
    expect(run(node, [bin, 'demo'])).toBe((await denytrace(['demo'])).stdout);
  });

  it.each(['use.mjs', 'use.cjs'])('is a library: %s', (file) => {
    expect(run(node, [file])).toBe('scp.named-by-aws\n');
  });
});

describe('the package', () => {
  it('has nothing that publint would change', async () => {
    const publint = await installPackages(['publint@0.3.25'], 'publint-0.3.25', 'publint/src/cli.js');
    expect(run(process.execPath, [publint, packed.tarball, '--strict'])).toContain('All good!');
  });

  it('has types that are found wherever the program is: @arethetypeswrong/cli', async () => {
    const name = '@arethetypeswrong/cli';
    const attw = await installPackages([`${name}@0.18.5`], 'attw-0.18.5', `${name}/dist/index.js`);
    // An ES module is loaded by require() on every Node that we promise, which the rule does not know.
    const printed = run(process.execPath, [
      attw,
      packed.tarball,
      '--ignore-rules',
      'cjs-resolves-to-esm',
      '--no-color',
    ]);
    expect(printed).toContain('No problems found');
  });
});
