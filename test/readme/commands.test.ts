import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { BARE_ENV, NAMED, SILENT, temporaryFolder } from '../cli/run-bin.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const folder = temporaryFolder();
const programs = join(folder, 'programs');
const checkout = join(folder, 'checkout');
const prefix = join(folder, 'global');
const work = join(folder, 'work');

/** Downloads from the registry: the lines behind it need only what it and the build leave in the checkout. */
const DOWNLOADS = 'npm ci';
const INSTALLS = 'npm install --global .';

const COMMANDS = Array.from(
  readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/^```sh\n(.*?)^```$/gms),
  ([, block]) => (block ?? '').trimEnd().split('\n'),
).flat();

/** What each command says, as far as it does not depend on the wording of a report; every file that it names is in the folder. */
function run(command: string): { readonly code: number; readonly stdout: string; readonly stderr: string } {
  const env = {
    ...BARE_ENV,
    PATH: [programs, join(prefix, 'bin'), BARE_ENV.PATH].join(':'),
    HOME: folder,
    npm_config_prefix: prefix,
    npm_config_cache: join(folder, 'cache'),
    npm_config_offline: 'true',
    // What the build makes is in the copy of the checkout already.
    npm_config_ignore_scripts: 'true',
    npm_config_update_notifier: 'false',
  };
  const captured = join(folder, 'stderr');
  const script = `( ${command} ) 2>${captured}; echo "exit $?"`;
  const cwd = command === INSTALLS ? checkout : work;
  const stdout = execFileSync('bash', ['-c', script], {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [, printed = '', code = ''] = /^([\s\S]*)exit (\d+)\n$/.exec(stdout) ?? [];
  return { code: Number(code), stdout: printed, stderr: readFileSync(captured, 'utf8') };
}

function program(name: string, lines: readonly string[]): void {
  writeFileSync(join(programs, name), ['#!/bin/sh', ...lines, ''].join('\n'));
  chmodSync(join(programs, name), 0o755);
}

beforeAll(() => {
  for (const path of [programs, checkout, prefix, work]) mkdirSync(path);
  for (const part of ['bin', 'dist', 'package.json'])
    cpSync(join(ROOT, part), join(checkout, part), { recursive: true });
  program('pbpaste', [`echo '${SILENT}'`]);
  program('terraform', ['echo "Error: creating the stack"', `echo '${NAMED}' >&2`, 'exit 1']);
  for (const file of ['error.txt', 'build.log']) writeFileSync(join(work, file), `${SILENT}\n`);
});

describe('the commands of the README', () => {
  it('stand one a line, with each way in', () => {
    const ways = [
      /^denytrace "/,
      /^pbpaste \| denytrace$/,
      / 2>&1 \| denytrace/,
      /--file /,
      /denytrace run -- /,
      /denytrace can /,
    ];
    expect(ways.filter((way) => !COMMANDS.some((command) => way.test(command)))).toEqual([]);
    expect(COMMANDS.filter((command) => !/^(npm|denytrace|pbpaste|terraform) /.test(command))).toEqual([]);
  });

  it('run as printed, in that order', () => {
    const ran = COMMANDS.filter((command) => command !== DOWNLOADS).map((command) => ({ command, ...run(command) }));
    const wrong = ran.filter(({ command, code, stdout, stderr }) => {
      if (command === INSTALLS || command === 'denytrace demo') return code !== 0 || stdout === '';
      // Every text here holds a denial that is explained (1), or that cannot be without a read (3); `can` is undetermined (3).
      const isWrong = ![1, 3].includes(code) || !/^sts:AssumeRole {2}(denied|undetermined)\b/m.test(stdout + stderr);
      return isWrong || /^denytrace: /m.test(stderr);
    });
    expect(wrong).toEqual([]);
  }, 60_000);
});
