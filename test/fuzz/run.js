// npm run fuzz [-- target…] [--inputs N] [--seed S]
// Runs random inputs through the targets of targets.ts in one process, N for each (default: without end), and prints each kind of finding once,
// with the bytes that lead to it, how long the slowest input took, and how much more a text costs that is four times as long.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = import.meta.dirname;
const root = join(here, '../..');
const built = join(root, '.fuzz');

const args = process.argv.slice(2);
const numberAfter = (name, otherwise) => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : otherwise);
const inputs = numberAfter('--inputs', Number.POSITIVE_INFINITY);
const seed = numberAfter('--seed', Date.now());
const names = args.filter((arg, index) => !arg.startsWith('--') && !['--inputs', '--seed'].includes(args[index - 1]));

mkdirSync(built, { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: { targets: join(here, 'targets.ts') },
  outdir: built,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  external: ['ora'],
  logLevel: 'error',
  // The fixtures and the data about AWS are found from here.
  define: { 'import.meta.dirname': JSON.stringify(here), DENYTRACE_VERSION: '"fuzz"' },
});

/** Four times the text may cost so many times the CPU. */
const MOST_GROWTH = 6;
/** How often growth was measured, and the most there was. */
const grown = { count: 0, most: 0 };

await runRandom();

function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Numbers that are the same for the same seed. https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function random(state) {
  let a = state >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
}

async function runRandom() {
  const { TARGETS, INPUT_BYTES, growth } = (await import(pathToFileURL(join(built, 'targets.cjs')).href)).default;
  const next = random(seed);
  const wanted = names.length > 0 ? names : Object.keys(TARGETS);
  const findings = new Map();
  const slowest = new Map();
  const counts = new Map(wanted.map((name) => [name, 0]));
  say(`seed ${seed}: ${wanted.join(', ')}`);
  for (let round = 0; round < inputs; round += 1) {
    for (const name of wanted) {
      const bytes = Uint8Array.from({ length: INPUT_BYTES }, () => next() & 0xff);
      counts.set(name, counts.get(name) + 1);
      const start = process.cpuUsage();
      try {
        await TARGETS[name](bytes);
      } catch (error) {
        report(name, bytes, error, findings);
      }
      const { user, system } = process.cpuUsage(start);
      slowest.set(name, Math.max(slowest.get(name) ?? 0, Math.round((user + system) / 1_000)));
    }
    if (round % 100 === 99 && wanted.includes('texts')) checkGrowth(growth, () => next() & 0xff, INPUT_BYTES, findings);
    if (round % 10_000 === 9_999)
      say(
        `${[...counts].map(([name, count]) => `${name} ${count} (slowest ${slowest.get(name)} ms)`).join(', ')}; growth ${grown.most.toFixed(1)} at most in ${grown.count} texts; ${findings.size} findings`,
      );
  }
  say(
    `${[...counts].map(([name, count]) => `${name} ${count} (slowest ${slowest.get(name)} ms)`).join(', ')}; growth ${grown.most.toFixed(1)} at most in ${grown.count} texts; ${findings.size} findings`,
  );
  if (findings.size > 0) process.exitCode = 1;
}

/** Work that grows faster than the text is a finding where it does so three times: another program may have disturbed once. */
function checkGrowth(growth, byte, length, findings) {
  const bytes = Uint8Array.from({ length }, byte);
  let ratio = growth(bytes);
  for (let again = 0; again < 2 && ratio !== null && ratio > MOST_GROWTH; again += 1) ratio = growth(bytes);
  if (ratio === null) return;
  grown.count += 1;
  grown.most = Math.max(grown.most, ratio);
  if (ratio > MOST_GROWTH)
    report('growth', bytes, new Error(`four times the text costs ${ratio.toFixed(1)} times the CPU`), findings);
}

function report(name, bytes, error, findings) {
  const [kind] = String(error.stack)
    .replace(/\(…[\s\S]*?…\)/g, '')
    .split(/ for |\n {4}at async/);
  const key = `${name}: ${kind.replace(/[\d"'][^ ]*/g, '#')}`.slice(0, 300);
  if (findings.has(key)) return;
  findings.set(key, error);
  say(`\n${name}: ${String(error.stack).slice(0, 1_500)}\n  bytes: [${bytes.join(',')}]`);
}
