// How long the built program takes to say its version, and for a whole diagnosis without AWS, against an empty node process.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../bin/denytrace.cjs', import.meta.url));
const ROUNDS = 25;
const WARM = 3;

/** The budgets: design §7. The three take turns, so that whatever else the machine does hits them alike. */
export async function run() {
  const commands = { node: ['-e', '0'], version: [BIN, '--version'], demo: [BIN, 'demo'] };
  const times = { node: [], version: [], demo: [] };
  for (let round = 0; round < ROUNDS + WARM; round += 1) {
    for (const [name, args] of Object.entries(commands)) {
      const took = timed(args);
      if (round >= WARM) times[name].push(took);
    }
  }
  const version = median(times.version) / median(times.node);
  const demo = median(times.demo) / median(times.node);
  return [
    row('denytrace --version, × node -e 0', version, 1.5),
    row('denytrace demo (a whole diagnosis), × node -e 0', demo, 2.2),
  ];
}

function row(name, ratio, most) {
  return { name, value: ratio.toFixed(2), budget: `≤ ${most}`, ok: ratio <= most };
}

function timed(args) {
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: undefined, NODE_OPTIONS: undefined };
  const start = process.hrtime.bigint();
  const { status, error } = spawnSync(process.execPath, args, { stdio: 'ignore', env });
  const took = Number(process.hrtime.bigint() - start);
  if (error || status !== 0) throw error ?? new Error(`node ${args.join(' ')} exits with ${status}`);
  return took;
}

function median(values) {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)];
}
