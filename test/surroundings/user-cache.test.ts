import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN, denytrace } from '../cli/run-bin.ts';
import { cacheFolders, filesIn, identity, isWhole, keptFile, OTHER_FLAGS } from './cache-folders.ts';
import { start } from './started.ts';

const folders = cacheFolders();

describe('the code that V8 compiled', () => {
  it('is kept by the first run, for the user only, and used by the next', async () => {
    const { cache, file } = folders.used();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
    expect(isWhole(file)).toBe(true);
    const before = identity(file);
    await folders.demo(cache);
    expect(identity(keptFile(cache))).toBe(before);
  });

  it('is kept for each set of flags', async () => {
    const { cache, file } = folders.used();
    await folders.demo(cache, { NODE_OPTIONS: '--stack-trace-limit=12' });
    expect(readdirSync(dirname(file))).toHaveLength(2);
  });

  it('is kept in ~/.cache where XDG_CACHE_HOME is missing or relative, and nothing is written anywhere else', async () => {
    for (const relative of ['', 'cache']) {
      const home = folders.empty();
      const dist = resolve(import.meta.dirname, '../../dist');
      const installed = readdirSync(dist);
      const env = { ...OTHER_FLAGS, HOME: home, XDG_CACHE_HOME: relative };
      await denytrace(['demo'], { env, cwd: home });
      const file = basename(keptFile(join(home, '.cache')));
      expect(filesIn(home)).toEqual(['.cache', '.cache/denytrace', `.cache/denytrace/${file}`]);
      expect(readdirSync(dist)).toEqual(installed);
    }
  });

  it('is not kept where what is published fits, nor after a run that compiled little', async () => {
    const cache = folders.empty();
    await folders.demo(cache, { NODE_OPTIONS: '' });
    for (const args of [['--version'], ['--help'], ['--no-aws', 'all is well'], ['--wat']])
      await denytrace(args, { env: { ...OTHER_FLAGS, XDG_CACHE_HOME: cache } });
    expect(filesIn(cache)).toEqual([]);
  });

  it.each(['CI', 'CODEBUILD_BUILD_ID', 'JENKINS_URL', 'TEAMCITY_VERSION', 'TF_BUILD', 'NODE_DISABLE_COMPILE_CACHE'])(
    'is neither kept nor used where %s is set',
    async (name) => {
      const { cache, file } = folders.used();
      const before = identity(file);
      writeFileSync(file, 'damaged');
      await folders.demo(cache, { [name]: '1' });
      expect([identity(file), readFileSync(file, 'utf8')]).toEqual([before, 'damaged']);
    },
  );

  it('is whole after runs that end at the same time', async () => {
    const cache = folders.empty();
    await Promise.all(Array.from({ length: 5 }, () => folders.demo(cache)));
    expect(isWhole(keptFile(cache))).toBe(true);
    await folders.demo(cache);
  });

  it('of other versions is removed but for the newest; what else is there stays', async () => {
    const cache = folders.empty();
    const folder = join(cache, 'denytrace');
    mkdirSync(folder, { mode: 0o700 });
    const old = Array.from({ length: 9 }, (_, index) => `0.0.${index}-v20.0.0-0.code${index === 0 ? '.4711' : ''}`);
    for (const [index, name] of [...old, 'notes.txt'].entries()) {
      writeFileSync(join(folder, name), 'x');
      utimesSync(join(folder, name), index + 1, index + 1);
    }
    await folders.demo(cache);
    const left = readdirSync(folder);
    expect(left.filter((name) => name.endsWith('x64.code') || /^0\.0\./.test(name))).toEqual(old.slice(-5));
    expect(left).toHaveLength(7);
    expect(left).toContain('notes.txt');
  });
});

describe('where nothing can be kept, everything works all the same', () => {
  it.each<[string, () => string]>([
    ['the cache folder is a file', () => fileIn(folders.empty(), 'cache')],
    ['denytrace is a file', () => dirname(fileIn(folders.empty(), 'denytrace'))],
    ['its parent is missing', () => join(folders.root, 'missing', 'cache')],
    ['it cannot be written', () => '/proc/self'],
  ])('%s', async (_, make) => {
    const cache = make();
    await folders.demo(cache);
    expect(existsSync(join(folders.root, 'missing'))).toBe(false);
  });

  function fileIn(folder: string, name: string): string {
    const file = join(folder, name);
    writeFileSync(file, '');
    return file;
  }

  it('the disk is full: nothing is left behind', async () => {
    const cache = folders.empty();
    // A limit on the size of files fails a write half-way, as a full disk does.
    const run = 'ulimit -f 4; trap "" XFSZ; exec "$0" "$1" demo';
    const env = { ...OTHER_FLAGS, XDG_CACHE_HOME: cache };
    const { code, stdout } = await start('bash', ['-c', run, process.execPath, BIN], { env }).ended;
    expect([code, stdout]).toEqual([0, folders.report()]);
    expect(filesIn(cache)).toEqual(['denytrace']);
  });
});
