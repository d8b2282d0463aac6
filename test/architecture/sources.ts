import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** A TypeScript file of the project: its path from the top, and what stands in it. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

const ROOT = resolve(import.meta.dirname, '../..');

/** The TypeScript files in a folder of the project. */
export function filesIn(folder: 'src' | 'test'): readonly SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file: join(folder, file), text: readFileSync(join(ROOT, folder, file), 'utf8') }));
}

/** An import, or an export of what another module has; `to` as it is written. */
export interface Import {
  readonly file: string;
  readonly to: string;
}

const IMPORT = /(?:^|\n)(?:import|export)\s[^'";]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'|(?:^|\n)import\s+'([^']+)'/g;

/** What a file imports, types too. */
export function importsOf({ file, text }: SourceFile): readonly Import[] {
  return [...text.matchAll(IMPORT)].map(([, from, dynamic, bare]) => ({ file, to: from ?? dynamic ?? bare ?? '' }));
}

/** The file that an import of the project's own leads to, from the top; null for packages. */
export function targetOf({ file, to }: Import): string | null {
  return to.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), to)) : null;
}
