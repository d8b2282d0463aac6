import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** `npm ci` empties it. */
const CACHE = resolve(import.meta.dirname, '../../node_modules/.cache/denytrace-nodes');

/**
 * Installs packages from the npm registry, unless they were installed before. None of their install scripts runs.
 * @param specs packages with their versions, such as `publint@0.3.25`
 * @param name of the folder that they get: another one for other versions
 * @param needed a file that has to be there afterwards, below node_modules
 * @returns the path of that file
 * @throws where npm cannot install them
 */
export async function installPackages(specs: readonly string[], name: string, needed: string): Promise<string> {
  const folder = join(CACHE, name);
  const file = join(folder, 'node_modules', needed);
  if (!existsSync(file)) await install(specs, folder, file);
  return file;
}

/** Installs beside the folder first, so that the folder exists only when it is complete. */
async function install(specs: readonly string[], folder: string, file: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const unfinished = mkdtempSync(`${folder}-`);
  try {
    const options = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
    await promisify(execFile)('npm', ['install', '--prefix', unfinished, ...options, ...specs]);
    renameSync(unfinished, folder);
  } catch (error) {
    if (existsSync(file)) return; // another test file has installed it meanwhile
    throw new Error(`npm could not install ${specs.join(' ')}, so nothing was tested with it`, { cause: error });
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
