import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HiveSQL } from 'dt-sql-parser/dist/parser/hive/index.js';
import type { TrinoSQL } from 'dt-sql-parser/dist/parser/trino/index.js';
import { buildSync } from 'esbuild';

interface Grammars {
  readonly TrinoSQL: typeof TrinoSQL;
  readonly HiveSQL: typeof HiveSQL;
}

/**
 * The two grammars of dt-sql-parser. Node cannot load what it publishes (imports without file names), and Vitest takes long to transform
 * all of it, the grammars of other engines included: esbuild bundles these two in less than a second.
 */
export function loadGrammars(): Grammars {
  const folder = mkdtempSync(join(tmpdir(), 'denytrace-grammars-'));
  try {
    const { outputFiles } = buildSync({
      stdin: {
        contents:
          "export { TrinoSQL } from 'dt-sql-parser/dist/parser/trino/index.js'; export { HiveSQL } from 'dt-sql-parser/dist/parser/hive/index.js';",
        resolveDir: import.meta.dirname,
      },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      write: false,
    });
    const file = join(folder, 'grammars.cjs');
    writeFileSync(file, outputFiles[0]?.contents ?? '');
    return createRequire(import.meta.url)(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
