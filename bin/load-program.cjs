'use strict';

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const DIST = join(__dirname, '../dist');
const PROGRAM = join(DIST, 'cli.cjs');

/** What V8 made of the program when it was built. Another version of V8 takes no notice of it, and compiles the source itself. */
const COMPILED = join(DIST, 'cli.cache');

/**
 * Loads the program in dist/cli.cjs with the code that was compiled at build time: most of what a short run takes would be compiling.
 * https://nodejs.org/api/vm.html#new-vmscriptcode-options
 */
function loadProgram() {
  const { script, program } = run(compiled());
  return { ...program, createCache: () => script.createCachedData() };
}

function run(cachedData) {
  // The build writes nothing but ASCII.
  const source = readFileSync(PROGRAM, 'latin1');
  const script = new Script(`(function (exports, require, module, __filename, __dirname, __load) { ${source}\n})`, {
    filename: PROGRAM,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const module = { exports: {} };
  // All that the program requires is Node's own.
  script.runInThisContext()(module.exports, require, module, PROGRAM, DIST, load);
  return { script, program: module.exports };
}

/** `import()` for the program: V8 does not keep, with the code that it compiled, who asked for a module. */
function load(specifier) {
  const { pathToFileURL } = require('node:url');
  return import(specifier.startsWith('./') ? pathToFileURL(join(DIST, specifier)).href : specifier);
}

function compiled() {
  try {
    return readFileSync(COMPILED);
  } catch {
    return undefined; // without it everything works all the same
  }
}

module.exports = { COMPILED, loadProgram };
