import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { BIN, denytrace, temporaryFolder } from './run-bin.ts';

const require = createRequire(import.meta.url);
const { engines } = require('../../package.json');
const oldest: string = engines.node.replace('>=', '');
const folder = temporaryFolder();

/** Runs the program in a Node that says it is another one, and that has nothing of Node's own modules but those it has loaded itself. */
function inNode(version: string, args: readonly string[]) {
  const pretended = join(folder, `node-${version}.cjs`);
  writeFileSync(
    pretended,
    `Object.defineProperty(process.versions, 'node', { value: '${version}' });
     const { Module } = require('module');
     const { _load } = Module;
     Module._load = (name, ...rest) => {
       if (name.startsWith('node:')) throw new Error('Cannot find module ' + name);
       return _load(name, ...rest);
     };`,
  );
  return denytrace(args, { env: { NODE_OPTIONS: `--require ${pretended}` } });
}

describe('a Node that is too old', () => {
  it.concurrent.each(['4.9.1', '12.22.12', '18.20.8', '20.18.3'])(
    'is told which one is needed: %s',
    async (version) => {
      for (const args of [['--version'], ['demo'], ['--help'], ['can', 'me', 's3:GetObject'], []]) {
        expect(await inNode(version, args)).toMatchObject({
          code: 2,
          stdout: '',
          stderr: `denytrace: this is Node ${version}; denytrace needs Node ${oldest} or newer\n`,
        });
      }
    },
  );

  it('can parse what tells it', () => {
    const print = (target: string) => transformSync(readFileSync(BIN, 'utf8'), { target, format: 'cjs' }).code;
    expect(print('es2017')).toBe(print('esnext'));
  });

  it('is what package.json says', () => {
    expect(require(BIN).OLDEST.join('.')).toBe(oldest);
  });
});
