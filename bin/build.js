#!/usr/bin/env node
// Builds what is published: dist/cli.cjs, the whole program but for what only a live run needs, with the code that this Node compiles of it;
// what is seldom needed, in modules of its own; dist/index.js, the library, with the live reader and the spinner in modules of their own; and the type declarations.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeServiceFacts } from '../src/reference/build/service-facts.js';
import { onlyReads } from './only-reads.js';
import { pruneTypes } from './prune-types.js';
import { writeThirdParty } from './third-party.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

rmSync(join(root, 'dist'), { recursive: true, force: true });

const shared = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  minify: true,
  metafile: true,
  sourcemap: 'linked',
  sourcesContent: false,
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  define: { DENYTRACE_VERSION: JSON.stringify(version) },
  legalComments: 'linked',
  logLevel: 'warning',
};

/** Modules of their own, which the program loads only when it explains a cause, prints a page, serves an agent, removes names from a recording, or prints a query or the schema. */
const SELDOM = {
  'denial-query': 'src/cli/query/denial-query.ts',
  explanation: 'src/causes/texts/explanation.ts',
  html: 'src/report/formats/html.ts',
  'mcp-server': 'src/cli/mcp/mcp-server.ts',
  'redact-snapshot': 'src/gather/snapshot/redact-snapshot.ts',
  schema: 'src/report/schema.ts',
};

/** Modules that the program imports from files of their own: those above, and what asks AWS, colours or shows progress. */
const apart = {
  name: 'apart',
  setup({ onResolve }) {
    for (const name of ['live-reader', ...Object.keys(SELDOM)]) {
      onResolve({ filter: new RegExp(`/${name}\\.ts$`) }, ({ kind }) =>
        kind === 'dynamic-import' ? { path: `./${name}.js`, external: true } : undefined,
      );
    }
    onResolve({ filter: /^(chalk|ora)$/ }, ({ path }) => ({ path: `./${path}.js`, external: true }));
  },
};

/**
 * What commander gets for modules of Node's that it does not need, and that take time to load: child_process, with which it starts programs
 * for subcommands that are files of their own (we have none), longer than all of commander; and process, which is a global variable.
 */
const STAND_INS = { 'node:child_process': '{}', 'node:process': 'process' };

const standIns = {
  name: 'stand-ins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ importer, path }) =>
      importer.includes('/node_modules/commander/') && path in STAND_INS ? { path, namespace: 'stand-in' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'stand-in' }, ({ path }) => ({ contents: `module.exports = ${STAND_INS[path]}` }));
  },
};

const library = await build({
  ...shared,
  entryPoints: { index: 'src/index.ts', 'live-reader': 'src/gather/live/live-reader.ts', chalk: 'chalk', ora: 'ora' },
  format: 'esm',
  splitting: true,
  plugins: [await onlyReads(root)],
  chunkNames: 'chunks/[name]-[hash]',
  // Some of the SDK's CommonJS parts call require() for node built-ins.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
});

const command = await build({
  ...shared,
  entryPoints: { cli: 'src/cli.ts' },
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { ...shared.define, 'import.meta.dirname': '__dirname' },
  plugins: [apart, standIns],
});

const seldom = await build({ ...shared, entryPoints: SELDOM, format: 'esm' });

// See denytrace.cjs: it reads ASCII, in which the bundler writes all but regular expressions, calls all of it as one function, imports by
// __load(), and knows the program by the comment at its beginning.
const program = join(root, 'dist/cli.cjs');
const source = inAscii(readFileSync(program, 'utf8')).replaceAll('import("', '__load("');
const identity = `${version}-${createHash('sha256').update(source).digest('hex').slice(0, 16)}`;
writeFileSync(
  program,
  `/* ${identity} */(function (exports, require, module, __filename, __dirname, __load) { ${source}\n})`,
  'ascii',
);

await writeServiceFacts(join(root, 'dist/service-facts'));
run([join(root, 'bin/compile-program.cjs')]);
run([
  join(root, 'node_modules/typescript/bin/tsc'),
  ...'--noEmit false --emitDeclarationOnly --declaration --outDir dist/types --rootDir src'.split(' '),
  ...'-p tsconfig.build.json'.split(' '),
]);
pruneTypes(join(root, 'dist/types'));
const inputs = [library, command, seldom].flatMap(({ metafile }) => Object.keys(metafile.inputs));
writeThirdParty(root, inputs, join(root, 'dist/THIRD-PARTY.txt'));

function inAscii(source) {
  return source.replace(/[^\x00-\x7f]/gu, (character) => {
    if (character.length > 1) throw new Error(`${character} in a regular expression: write \\u{…} in the source`);
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function run(args) {
  // NODE_OPTIONS would change the flags of V8 that the program is compiled with.
  const env = { ...process.env, NODE_OPTIONS: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
  if (status === 0) return;
  process.exitCode = status ?? 1;
  console.error(`${stdout}${stderr}`);
}
