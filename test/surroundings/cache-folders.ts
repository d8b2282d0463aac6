import { cpSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect } from 'vitest';
import { denytrace, temporaryFolder } from '../cli/run-bin.ts';

/** Other flags than those of the code that is published, so that it does not fit. */
export const OTHER_FLAGS = { NODE_OPTIONS: '--stack-trace-limit=11' } as const;

/** Cache folders of the tests of one file, and demos that are run with them. */
export interface CacheFolders {
  /** The folder that they are all in. */
  readonly root: string;
  /** A cache folder that has nothing in it. */
  readonly empty: () => string;
  /** A cache folder as a first run leaves it, and the file in it. */
  readonly used: () => { readonly cache: string; readonly file: string };
  /** Runs the demo with a cache folder; it must print what it always prints. */
  readonly demo: (cache: string, env?: Readonly<Record<string, string>>) => Promise<void>;
  /** What the demo prints. */
  readonly report: () => string;
}

/** Makes the folders, which are gone after the tests. */
export function cacheFolders(): CacheFolders {
  const root = temporaryFolder();
  let count = 0;
  let report = '';
  let firstUsed = '';
  const empty = () => {
    count += 1;
    const folder = join(root, `cache-${count}`);
    mkdirSync(folder);
    return folder;
  };
  const demo: CacheFolders['demo'] = async (cache, env = {}) => {
    const all = { ...OTHER_FLAGS, XDG_CACHE_HOME: cache, ...env };
    const { code, signal, stdout } = await denytrace(['demo'], { env: all });
    expect({ code, signal, stdout }).toEqual({ code: 0, signal: null, stdout: report });
  };
  beforeAll(async () => {
    report = (await denytrace(['demo'])).stdout;
    firstUsed = empty();
    await demo(firstUsed);
  });
  const used = () => {
    const cache = empty();
    cpSync(firstUsed, cache, { recursive: true });
    return { cache, file: keptFile(cache) };
  };
  return { root, empty, used, demo, report: () => report };
}

/** The one file that was kept. */
export function keptFile(cache: string): string {
  const names = readdirSync(join(cache, 'denytrace'));
  expect(names).toEqual([expect.stringMatching(/^\d.*\.code$/)]);
  return join(cache, 'denytrace', names[0] ?? '');
}

/** Everything in a folder, with the folders in it. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

/** A file that is written anew, because it was not used, is another one. */
export function identity(file: string): number {
  return statSync(file).ino;
}

/** Does a file hold the same code twice? */
export function isWhole(file: string): boolean {
  const twice = readFileSync(file);
  const half = twice.length / 2;
  return half > 100_000 && twice.subarray(0, half).equals(twice.subarray(half));
}
