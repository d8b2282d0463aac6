import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BARE_ENV } from './run-bin.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Runs npm, which keeps everything in one folder. */
function npm(args: readonly string[], cwd: string, folder: string): string {
  const env = {
    ...BARE_ENV,
    HOME: folder,
    npm_config_cache: join(folder, 'cache'),
    npm_config_update_notifier: 'false',
  };
  return execFileSync('npm', args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** What would be published. */
export interface Packed {
  readonly tarball: string;
  readonly files: readonly string[];
  /** Of the tarball, in bytes. */
  readonly size: number;
}

/** Packs what was built, into a folder. */
export function pack(folder: string): Packed {
  const [packed] = JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], ROOT, folder));
  const files: readonly { readonly path: string }[] = packed.files;
  return { tarball: join(folder, packed.filename), files: files.map(({ path }) => path), size: packed.size };
}

/** Installs a tarball where nothing else is: returns that folder. Nothing is asked of a registry. */
export function installAlone({ tarball }: Packed, folder: string): string {
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  writeFileSync(join(empty, 'package.json'), '{"name":"empty","private":true}');
  npm(['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball], empty, folder);
  return empty;
}
