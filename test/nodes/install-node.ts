import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** `npm ci` empties it. */
const CACHE = resolve(import.meta.dirname, '../../node_modules/.cache/denytrace-nodes');

/**
 * Installs a release of Node from the npm registry, unless it was installed before.
 * @param version a release (20.19.0), or a line of releases (22): the newest of it
 * @returns the path of its binary
 * @throws where npm cannot install it, or what it installed does not run here
 */
export async function installNode(version: string): Promise<string> {
  // What the package `node` depends on; its own install script, which would fetch this one, does not have to run.
  const name = `node-${process.platform}-${process.arch}`;
  const folder = join(CACHE, `${name}-${version}`);
  const binary = join(folder, 'node_modules', name, 'bin/node');
  if (!existsSync(binary)) await install(`${name}@${version}`, folder);
  const { stdout } = await run(binary, ['--version']);
  if (!`${stdout.trim()}.`.startsWith(`v${version}.`)) throw new Error(`${binary} is ${stdout.trim()}, not ${version}`);
  return binary;
}

/** Installs beside the folder first, so that the folder exists only when it is complete. */
async function install(spec: string, folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const unfinished = mkdtempSync(`${folder}-`);
  try {
    const options = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
    await run('npm', ['install', '--prefix', unfinished, ...options, spec]);
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
  } catch (error) {
    throw new Error(`npm could not install ${spec}, so denytrace was not tested on that Node`, { cause: error });
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
