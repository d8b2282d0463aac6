// Runs the benchmarks and compares ratios, measured side by side in one run, with their budgets.
// `npm run bench` runs all; `npm run bench -- scan evaluate` some. Exits 1 where a budget is missed.
const BENCHES = ['start-up', 'evaluate', 'scan', 'denials', 'gather'];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !BENCHES.includes(name));
if (unknown.length > 0) {
  console.error(`no benchmark named ${unknown.join(', ')}; there are ${BENCHES.join(', ')}`);
  process.exit(2);
}

let missed = 0;
for (const name of asked.length > 0 ? asked : BENCHES) {
  console.log(`\n${name}`);
  const { run } = await import(`./${name}.js`);
  for (const row of await run()) {
    if (!row.ok) missed += 1;
    console.log(
      `  ${row.ok ? 'ok  ' : 'MISS'} ${row.name.padEnd(64)} ${String(row.value).padEnd(24)} budget ${row.budget}`,
    );
  }
}
process.exitCode = missed > 0 ? 1 : 0;
