#!/usr/bin/env node
'use strict';

const args = process.argv.slice(2);

// Nothing else is loaded for this, so that it costs no more than a start of Node.
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V'))
  process.stdout.write(`${require('../package.json').version}\n`);
else require('./load-program.cjs').loadProgram().start(args);
