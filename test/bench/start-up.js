// What the built program takes to say its version, and for a whole diagnosis without AWS, against an empty node process: on this Node, for
// which the build compiled it, and from the second run on elsewhere. By the time that processes compute, so that others do not count.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const BIN = fileURLToPath(new URL('../../bin/denytrace.cjs', import.meta.url));
const NODES = fileURLToPath(new URL('../nodes', import.meta.url));
const OTHERS = ['20.19.0', '22', '24'];
const ROUNDS = 25;
const WARM = 3;

/** The budgets: design §7. */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'denytrace-start-up-'));
  try {
    const places = [
      { name: '', node: process.execPath, options: undefined, most: 2.2 },
      { name: ', with NODE_OPTIONS', node: process.execPath, options: '--max-old-space-size=3000', most: 2.3 },
      ...(await otherNodes(folder)),
    ];
    return places.flatMap((place, index) =>
      place.missing === undefined ? measure(place, join(folder, `cache-${index}`)) : notMeasured(place),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Those that `npm run test:nodes` installs, as far as npm can. */
async function otherNodes(folder) {
  const outfile = join(folder, 'install-node.mjs');
  await build({
    entryPoints: [join(NODES, 'install-node.ts')],
    bundle: true,
    outfile,
    format: 'esm',
    platform: 'node',
    define: { 'import.meta.dirname': JSON.stringify(NODES) },
  });
  const { installNode } = await import(outfile);
  const found = [];
  for (const version of OTHERS) {
    try {
      found.push({ name: `, Node ${version}`, node: await installNode(version), options: undefined, most: 2.3 });
    } catch (error) {
      found.push({ name: `, Node ${version}`, missing: error.message });
    }
  }
  return found;
}

function notMeasured({ name, missing }) {
  const [why] = missing.split('\n');
  return [{ name: `denytrace --version and demo, × node -e 0${name}`, value: why, budget: '≤ 1.5, ≤ 2.3' }];
}

/** The three take turns, so that whatever else the machine does hits them alike. */
function measure({ name, node, options, most }, cache) {
  const { NODE_EXTRA_CA_CERTS: _certificates, CI: _ci, ...rest } = process.env;
  const env = { ...rest, XDG_CACHE_HOME: cache, NODE_OPTIONS: options };
  mkdirSync(cache);
  const commands = { node: ['-e', '0'], version: [BIN, '--version'], demo: [BIN, 'demo'] };
  const times = { node: [], version: [], demo: [] };
  for (let round = 0; round < ROUNDS + WARM; round += 1) {
    for (const [command, args] of Object.entries(commands)) {
      const took = computed(node, args, env);
      if (round >= WARM) times[command].push(took);
    }
  }
  const version = median(times.version) / median(times.node);
  const demo = median(times.demo) / median(times.node);
  return [
    row(`denytrace --version, × node -e 0${name}`, version, 1.5),
    row(`denytrace demo (a whole diagnosis), × node -e 0${name}`, demo, most),
  ];
}

function row(name, ratio, most) {
  return { name, value: ratio.toFixed(2), budget: `≤ ${most}`, ok: ratio <= most };
}

/** The milliseconds for which a process computed: Node does not say it of its children, bash does. */
function computed(node, args, env) {
  const script = 'TIMEFORMAT="%3U %3S"; { time "$@" >/dev/null 2>&1; } 2>&1';
  const { status, stdout, error } = spawnSync('bash', ['-c', script, 'bash', node, ...args], { env, encoding: 'utf8' });
  if (error || status !== 0) throw error ?? new Error(`node ${args.join(' ')} exits with ${status}`);
  return stdout.split(' ').reduce((sum, seconds) => sum + 1_000 * Number(seconds), 0);
}

function median(values) {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)];
}
