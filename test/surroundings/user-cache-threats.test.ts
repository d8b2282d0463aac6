import {
  chmodSync,
  chownSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { denytrace } from '../cli/run-bin.ts';
import { cacheFolders, filesIn, identity, isWhole, keptFile, OTHER_FLAGS } from './cache-folders.ts';

const folders = cacheFolders();
const isRoot = process.geteuid?.() === 0;
const SOMEBODY = 12_345;

describe('what is damaged is compiled anew, and never executed', () => {
  it.each<[string, (file: string) => void]>([
    ['cut', (file) => truncateSync(file, 1_000_000)],
    ['cut in half', (file) => truncateSync(file, statSync(file).size / 2)],
    ['of an odd length', (file) => truncateSync(file, statSync(file).size - 1)],
    ['empty', (file) => truncateSync(file)],
    ['something else', (file) => writeFileSync(file, 'something else')],
    ['flipped at the beginning', flipAt(20)],
    ['flipped in the middle of the code', flipAt(500_000)],
    ['flipped in the second copy', flipAt(-5)],
  ])('%s', async (_, damage) => {
    const { cache, file } = folders.used();
    damage(file);
    await folders.demo(cache);
    expect(isWhole(keptFile(cache))).toBe(true);
    await folders.demo(cache);
  });

  function flipAt(position: number) {
    return (file: string) => {
      const bytes = readFileSync(file);
      const at = position < 0 ? bytes.length + position : position;
      bytes[at] = (bytes[at] ?? 0) ^ 0x10;
      writeFileSync(file, bytes);
    };
  }
});

describe('what another user may have written is left alone', () => {
  it.each([0o777, 0o770, 0o720])('a folder of mode %o', async (mode) => {
    const { cache, file } = folders.used();
    const before = identity(file);
    writeFileSync(file, 'damaged');
    chmodSync(dirname(file), mode);
    await folders.demo(cache);
    expect([identity(file), readFileSync(file, 'utf8')]).toEqual([before, 'damaged']);
  });

  it('a symbolic link in place of the folder', async () => {
    const [cache, target] = [folders.empty(), folders.empty()];
    chmodSync(target, 0o700);
    symlinkSync(target, join(cache, 'denytrace'));
    await folders.demo(cache);
    expect(filesIn(target)).toEqual([]);
  });

  it('a symbolic link in place of the file, which is replaced', async () => {
    const { cache, file } = folders.used();
    const target = join(folders.empty(), 'target');
    renameSync(file, target);
    symlinkSync(target, file);
    const before = identity(target);
    await folders.demo(cache);
    expect(statSync(keptFile(cache)).ino).not.toBe(before);
    expect(identity(target)).toBe(before);
  });

  it('a file that others may write, which is replaced', async () => {
    const { cache, file } = folders.used();
    const before = identity(file);
    chmodSync(file, 0o622);
    await folders.demo(cache);
    expect(identity(file)).not.toBe(before);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.runIf(isRoot)('a file, a folder, and a cache folder of another user', async () => {
    const { cache, file } = folders.used();
    const before = identity(file);
    chownSync(file, SOMEBODY, SOMEBODY);
    await folders.demo(cache);
    expect(identity(file)).not.toBe(before);

    const own = identity(file);
    writeFileSync(file, 'damaged');
    chownSync(dirname(file), SOMEBODY, SOMEBODY);
    await folders.demo(cache);
    expect([identity(file), readFileSync(file, 'utf8')]).toEqual([own, 'damaged']);

    const home = folders.empty();
    chownSync(home, SOMEBODY, SOMEBODY);
    await denytrace(['demo'], { env: { ...OTHER_FLAGS, HOME: home } });
    expect(filesIn(home)).toEqual([]);
  });
});
