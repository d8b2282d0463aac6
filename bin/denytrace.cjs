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
 * What V8 made of the program when it was built, for the very Node that built it. V8 refuses the code of another V8, but not that of the
 * same V8 with Node's own changes: 20.19.0 would run what 20.20.2 compiled, wrongly.
 */
const COMPILED = `${DIST}/cli.${process.version}-${process.platform}-${process.arch}.cache`;

/**
 * A run that only printed help, say, has compiled little, and the next one would have to compile the rest, for ever. V8's code for a
 * diagnosis is longer than the program; for loading the program alone it is not.
 */
const WORTH_KEEPING = 1.1;

/**
 * Runs the program with code that was compiled before: most of what a short run takes would be compiling. That is what the build compiled,
 * or, on another Node or with other flags of V8, what an earlier run of this user did: see user-cache.cjs.
 * https://nodejs.org/api/vm.html#new-vmscriptcode-options
 */
function runProgram(args) {
  const source = readProgram();
  const published = isUsual() || hasOurFlags(COMPILED) ? read(COMPILED) : undefined;
  if (published !== undefined) loadProgram(source, published).start(args);
  else runWithOwnCode(source, args);
}

function runWithOwnCode(source, args) {
  const { placeFor, readCode, keepCode } = require('./user-cache.cjs');
  const place = placeFor(identityOf(source), ourFlags().toString('hex'));
  const code = place === null ? undefined : readCode(place);
  const program = loadProgram(source, code);
  if (place !== null && (code === undefined || program.script.cachedDataRejected)) {
    process.on('exit', () => {
      const compiled = program.script.createCachedData();
      if (compiled.length > source.length * WORTH_KEEPING) keepCode(place, compiled);
    });
  }
  program.start(args);
}

/** All of it is ASCII: see build.js. */
function readProgram() {
  return require('node:fs').readFileSync(PROGRAM, 'latin1');
}

/** Version and content of the program: the build writes them at its beginning, as a comment. */
function identityOf(source) {
  return source.slice('/* '.length, source.indexOf(' */'));
}

/** Loads the program, which is one function: see build.js. */
function loadProgram(source, cachedData) {
  const { Script } = require('node:vm');
  const options = cachedData === undefined ? { filename: PROGRAM } : { filename: PROGRAM, cachedData };
  const script = new Script(source, options);
  const module = { exports: {} };
  // All that the program requires is Node's own.
  script.runInThisContext()(module.exports, require, module, PROGRAM, DIST, load);
  return Object.assign({}, module.exports, { script });
}

/** Has V8 the usual flags, with which the program was compiled? It has unless Node was given options. */
function isUsual() {
  return process.execArgv.length === 0 && !process.env.NODE_OPTIONS;
}

/** Was the code in a file compiled with the flags that V8 has now? Only its beginning is read: all of it takes longer than that. */
function hasOurFlags(path) {
  const { openSync, readSync, closeSync } = require('node:fs');
  try {
    const file = openSync(path, 'r');
    const beginning = Buffer.alloc(FLAGS.end);
    readSync(file, beginning, 0, FLAGS.end, 0);
    closeSync(file);
    return flagsOf(beginning).equals(ourFlags());
  } catch (_) {
    return false; // without it everything works all the same
  }
}

let flags;

/** What stands for the flags that V8 has now. */
function ourFlags() {
  const { Script } = require('node:vm');
  flags = flags || flagsOf(new Script('').createCachedData());
  return flags;
}

/** Where V8's flags are in the code that it compiled: SerializedCodeData in its src/snapshot/code-serializer.h. */
const FLAGS = { start: 12, end: 16 };

function flagsOf(code) {
  return code.subarray(FLAGS.start, FLAGS.end);
}

function read(path) {
  try {
    return require('node:fs').readFileSync(path);
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
  else runProgram(args);
}

// The build loads the program, too: see compile-program.cjs.
if (require.main === module) start(process.argv.slice(2));
else module.exports = { COMPILED, OLDEST, readProgram, loadProgram };
