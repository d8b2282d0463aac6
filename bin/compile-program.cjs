'use strict';
// Runs the program once, on an incident that comes with it, and keeps the code that V8 compiled for that: see denytrace.cjs.

const { writeFileSync } = require('node:fs');
const { COMPILED, readProgram, loadProgram } = require('./denytrace.cjs');

const { start, script } = loadProgram(readProgram());
process.on('exit', () => writeFileSync(COMPILED, script.createCachedData()));
start(['demo']);
