#!/usr/bin/env node
'use strict';

/**
 * The oldest Node that runs the program: `engines` in package.json. An older one has to get as far as saying so, so this file has nothing
 * that came after ES2017, and requires nothing before it has looked.
 */
const OLDEST = [20, 19];

const DIST = `${__dirname}/../dist`;
const PROGRAM = `${DIST}/cli.cjs`;

/**
 * What V8 made of the program when it was built, for the very Node that built it; any other compiles the source itself. V8 refuses the
 * code of another V8, but not that of the same V8 with Node's own changes: 20.19.0 would run what 20.20.2 compiled, wrongly.
 */
const COMPILED = `${DIST}/cli.${process.version}-${process.arch}.cache`;

/**
 * Loads the program in dist/cli.cjs with the code that was compiled at build time: most of what a short run takes would be compiling.
 * https://nodejs.org/api/vm.html#new-vmscriptcode-options
 */
function loadProgram() {
  const { readFileSync } = require('node:fs');
  const { Script } = require('node:vm');
  const cachedData = compiled(readFileSync);
  // The build writes nothing but ASCII, and all of it as one function: see build.js.
  const source = readFileSync(PROGRAM, 'latin1');
  const options = cachedData === undefined ? { filename: PROGRAM } : { filename: PROGRAM, cachedData };
  const script = new Script(source, options);
  const module = { exports: {} };
  // All that the program requires is Node's own.
  script.runInThisContext()(module.exports, require, module, PROGRAM, DIST, load);
  return Object.assign({}, module.exports, { createCache: () => script.createCachedData() });
}

function compiled(readFileSync) {
  try {
    return readFileSync(COMPILED);
  } catch (_) {
    return undefined; // without it everything works all the same
  }
}

/** `import()` for the program: V8 does not keep, with the code that it compiled, who asked for a module. */
function load(specifier) {
  return require('./load-module.cjs').loadModule(specifier, DIST);
}

/** False for a Node before the oldest that runs the program; nothing else happens there. */
function isNewEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return true;
  process.stderr.write(
    `denytrace: this is Node ${process.versions.node}; denytrace needs Node ${OLDEST.join('.')} or newer\n`,
  );
  process.exitCode = 2;
  return false;
}

/** Nothing else is loaded for the version alone, so that it costs no more than a start of Node. */
function start(args) {
  if (!isNewEnough()) return;
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V'))
    process.stdout.write(`${require('../package.json').version}\n`);
  else loadProgram().start(args);
}

// The build loads the program, too: see compile-program.cjs.
if (require.main === module) start(process.argv.slice(2));
else module.exports = { COMPILED, OLDEST, loadProgram };
