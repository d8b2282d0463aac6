#!/usr/bin/env node
// Builds what is published: dist/cli.js and dist/index.js as one minified, split ESM bundle, and the type declarations.
// The SDK, ora and everything else that an offline run does not need sit behind `import()` in chunks of their own.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

rmSync(join(root, 'dist'), { recursive: true, force: true });

/**
 * commander starts programs for subcommands that are files of their own; we have none, and loading child_process takes longer than all
 * of commander.
 */
const withoutChildProcess = {
  name: 'without-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:)?child_process$/ }, ({ importer, path }) =>
      importer.includes('/node_modules/commander/') ? { path, namespace: 'none' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'none' }, () => ({ contents: 'module.exports = {}' }));
  },
};

await build({
  absWorkingDir: root,
  entryPoints: ['src/cli.ts', 'src/index.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  minify: true,
  sourcemap: 'linked',
  sourcesContent: false,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  chunkNames: 'chunks/[name]-[hash]',
  define: { DENYTRACE_VERSION: JSON.stringify(version) },
  // Some of the SDK's CommonJS parts call require() for node built-ins.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
  plugins: [withoutChildProcess],
  legalComments: 'linked',
  logLevel: 'warning',
});

const facts = join(root, 'src/reference/build/service-facts.js');
if (existsSync(facts)) await (await import(facts)).writeServiceFacts(join(root, 'dist/service-facts'));

const types = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/typescript/bin/tsc'),
    ...'--noEmit false --emitDeclarationOnly --declaration --outDir dist/types --rootDir src'.split(' '),
    ...'-p tsconfig.build.json'.split(' '),
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = types.status ?? 1;
