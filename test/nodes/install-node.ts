import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { installPackages } from './install-packages.ts';

/**
 * The oldest that package.json promises, the newest of the lines that AWS's SDK goes on to support, and the one after them.
 */
export const NODES = ['20.19.0', '22', '24', '26'];

/**
 * Installs a release of Node from the npm registry, unless it was installed before.
 * @param version a release (20.19.0), or a line of releases (22): the newest of it
 * @returns the path of its binary
 * @throws where npm cannot install it, or what it installed does not run here
 */
export async function installNode(version: string): Promise<string> {
  // What the package `node` depends on; its own install script, which would fetch this one, does not have to run.
  const name = `node-${process.platform}-${process.arch}`;
  const binary = await installPackages([`${name}@${version}`], `${name}-${version}`, `${name}/bin/node`);
  const { stdout } = await promisify(execFile)(binary, ['--version']);
  if (!`${stdout.trim()}.`.startsWith(`v${version}.`)) throw new Error(`${binary} is ${stdout.trim()}, not ${version}`);
  return binary;
}
