'use strict';
// Runs the program once, on incidents that come with it, and keeps the code that V8 compiled for that: see denytrace.cjs.

const { writeFileSync } = require('node:fs');
const { COMPILED, readProgram, loadProgram } = require('./denytrace.cjs');

const RUNS = [['demo']];

const nowhere = { write: () => Promise.resolve(), isTerminal: false };
const interrupts = { exitCode: () => null, release: () => {} };
const host = { stdin: {}, stdout: nowhere, stderr: nowhere, env: {}, now: () => new Date(), interrupts };

async function compile() {
  const { main, script } = loadProgram(readProgram());
  for (const args of RUNS) await main(args, host);
  writeFileSync(COMPILED, script.createCachedData());
}

compile();
