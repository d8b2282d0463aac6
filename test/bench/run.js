// Runs the benchmarks and compares ratios, measured side by side in one run, with their budgets (all of them are measured by one of these)
// and with the last run on this machine. `npm run bench` runs all; `npm run bench -- scan evaluate` some. Exits 1 where a budget is missed.
import { fileURLToPath } from 'node:url';
import { readLast, writeLast } from './last-run.js';
import { table } from './table.js';

const BENCHES = ['start-up', 'evaluate', 'scan', 'denials', 'gather'];
/** Outside of what git keeps: figures of one machine mean nothing on another. */
const LAST = fileURLToPath(new URL('../../node_modules/.cache/denytrace-bench.json', import.meta.url));

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !BENCHES.includes(name));
if (unknown.length > 0) {
  console.error(`no benchmark named ${unknown.join(', ')}; there are ${BENCHES.join(', ')}`);
  process.exit(2);
}

const last = readLast(LAST);
const rows = [];
for (const name of asked.length > 0 ? asked : BENCHES) {
  console.error(`measuring: ${name} …`);
  for (const row of await measured(name)) rows.push({ ...row, before: last.values[row.name] });
}
writeLast(LAST, last, rows);

console.log(table(rows));
const missed = rows.filter(({ ok }) => ok === false);
const skipped = rows.filter(({ ok }) => ok === undefined);
console.log(
  `${rows.length - missed.length - skipped.length} within the budget, ${missed.length} over it, ${skipped.length} not measured. ` +
    `Compared with ${last.time === undefined ? 'nothing, since there was no run before' : `the last run of each, up to ${last.time}`} (${LAST}).`,
);
process.exitCode = missed.length > 0 ? 1 : 0;

/** The rows of a benchmark; where it fails, one that is over its budget. The others are measured all the same. */
async function measured(name) {
  try {
    const { run } = await import(`./${name}.js`);
    return await run();
  } catch (error) {
    return [{ name, value: `failed: ${error.message.split('\n')[0]}`, budget: '–', ok: false }];
  }
}
