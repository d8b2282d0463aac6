// What Jazzer.js calls with each of its inputs.
const { TARGETS } = require('../../.fuzz/targets.cjs');

module.exports.fuzz = (bytes) => TARGETS[process.env.DENYTRACE_FUZZ_TARGET](bytes);
