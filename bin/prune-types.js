import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Leaves the type declarations that the library's own lead to: the others are of nobody's use. */
export function pruneTypes(folder) {
  const needed = new Set();
  addNeeded(join(folder, 'index.d.ts'), needed);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !needed.has(path)) rmSync(path);
  }
  removeEmpty(folder);
}

function addNeeded(path, needed) {
  if (needed.has(path)) return;
  needed.add(path);
  for (const [, specifier] of readFileSync(path, 'utf8').matchAll(/(?:from |import\()['"](\.[^'"]+)['"]/g))
    addNeeded(join(dirname(path), specifier.replace(/\.[jt]s$/, '.d.ts')), needed);
}

function removeEmpty(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) removeEmpty(join(folder, entry.name));
  if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}
