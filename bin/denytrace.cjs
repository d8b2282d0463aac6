#!/usr/bin/env node
'use strict';

const { join } = require('node:path');

const DIST = join(__dirname, '../dist');
const PROGRAM = join(DIST, 'cli.cjs');

/**
 * What V8 made of the program when it was built, for the very Node that built it; any other compiles the source itself. V8 refuses the
 * code of another V8, but not that of the same V8 with Node's own changes: 20.19.0 would run what 20.20.2 compiled, wrongly.
 */
const COMPILED = join(DIST, `cli.${process.version}-${process.arch}.cache`);

/**
 * Loads the program in dist/cli.cjs with the code that was compiled at build time: most of what a short run takes would be compiling.
 * https://nodejs.org/api/vm.html#new-vmscriptcode-options
 */
function loadProgram() {
  const { readFileSync } = require('node:fs');
  const { Script } = require('node:vm');
  const cachedData = compiled(readFileSync);
  // The build writes nothing but ASCII, and all of it as one function: see build.js.
  const script = new Script(readFileSync(PROGRAM, 'latin1'), {
    filename: PROGRAM,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const module = { exports: {} };
  // All that the program requires is Node's own.
  script.runInThisContext()(module.exports, require, module, PROGRAM, DIST, load);
  return { ...module.exports, createCache: () => script.createCachedData() };
}

function compiled(readFileSync) {
  try {
    return readFileSync(COMPILED);
  } catch {
    return undefined; // without it everything works all the same
  }
}

/** `import()` for the program: V8 does not keep, with the code that it compiled, who asked for a module. */
function load(specifier) {
  const { pathToFileURL } = require('node:url');
  return import(specifier.startsWith('./') ? pathToFileURL(join(DIST, specifier)).href : specifier);
}

/** Nothing else is loaded for the version alone, so that it costs no more than a start of Node. */
function start(args) {
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V'))
    process.stdout.write(`${require('../package.json').version}\n`);
  else loadProgram().start(args);
}

// The build loads the program, too: see compile-program.cjs.
if (require.main === module) start(process.argv.slice(2));
else module.exports = { COMPILED, loadProgram };
