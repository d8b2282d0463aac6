import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

/** `npm run accept` writes what is printed now into every golden and every generated part of the documentation. */
const ACCEPTING = process.env['DENYTRACE_ACCEPT'] === '1';
const HINT = 'if this is what should be printed: npm run accept, then read the difference before you commit it';

/** Expects a file to hold this text and nothing else. */
export function expectGolden(path: string, text: string): void {
  if (ACCEPTING) writeFileSync(path, text);
  expect(text, HINT).toBe(existsSync(path) ? readFileSync(path, 'utf8') : undefined);
}

/** Expects a folder of goldens to hold these files and no others, which no test would compare any more. */
export function expectOnlyGoldens(folder: string, names: readonly string[]): void {
  const others = readdirSync(folder).filter((name) => !names.includes(name));
  if (ACCEPTING) for (const name of others) rmSync(join(folder, name));
  else expect(others, HINT).toEqual([]);
}

/** Expects the part of a document between `<!-- name: … -->` and `<!-- /name -->` to be this text. */
export function expectPart(path: string, name: string, text: string): void {
  const document = readFileSync(path, 'utf8');
  const part = new RegExp(`(<!-- ${name}:[^\\n]*-->\\n)([\\s\\S]*?)(<!-- /${name} -->)`);
  const [, start, old, end] = part.exec(document) ?? [];
  expect(old, `${path} has no part ${name}`).toBeDefined();
  if (ACCEPTING)
    writeFileSync(
      path,
      document.replace(part, () => `${start}${text}${end}`),
    );
  else expect(text, HINT).toBe(old);
}
