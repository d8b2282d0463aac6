import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the build put the facts, as seen from `dist/*.js`, from `dist/chunks/*.js`, and from the sources in the tests. */
const PLACES = ['./service-facts/', '../service-facts/', '../../dist/service-facts/'];

let found: string | null | undefined;

/** The folder of the facts; null where there is none, for instance when somebody else bundled us. */
export function factFolder(): string | null {
  if (found === undefined) {
    const folders = PLACES.map((place) => join(import.meta.dirname, place));
    found = folders.find((folder) => existsSync(`${folder}index.json`)) ?? null;
  }
  return found;
}

/**
 * The parsed content of one fact file; undefined where there is no such file.
 * @param name without folder and extension; anything but lower-case letters, digits and hyphens names no file.
 */
export function readFactFile(name: string): unknown {
  const text = readFactText(name);
  if (text === undefined) return undefined;
  const content: unknown = JSON.parse(text);
  return content;
}

/** The same as it is written; likewise undefined where there is no such file. */
export function readFactText(name: string): string | undefined {
  const folder = factFolder();
  if (folder === null || !/^[a-z0-9-]{1,64}$/.test(name)) return undefined;
  const path = `${folder}${name}.json`;
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
