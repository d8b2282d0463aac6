// Scans two logs of 200 MB for denials, from a file (also behind standard input) and through a pipe, and has grep look for the same needles in them, in one run.
// One is of services that talk of other things; the other has no sense, but in every fortieth line a part of a needle. Ratios, not seconds.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const MEGABYTES = 200;
const DENIALS = 50;
/** The best of many: other work on the machine hits either now and then. */
const ROUNDS = 3;
const library = new URL('../../dist/index.js', import.meta.url).href;

/** The budgets: grep's speed, by the time that processes compute; at most 100 MiB resident. */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'denytrace-scan-'));
  try {
    const { needles, needlesForGrep, noise, nearHits } = await sourcesIn(folder);
    const pattern = join(folder, 'pattern.txt');
    writeFileSync(pattern, needlesForGrep());
    writeFileSync(join(folder, 'scan.mjs'), SCAN);
    const logs = { 'of services': noise(24_000), 'with parts of needles': nearHits(24_000, needles()) };
    return Object.entries(logs).flatMap(([kind, lines]) => {
      const log = join(folder, 'a.log');
      writeLog(log, [...lines]);
      return measure(folder, log, pattern, `scan ${MEGABYTES} MB ${kind}`);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measure(folder, log, pattern, what) {
  const output = join(folder, 'output.txt');
  const grep = ['env', 'LC_ALL=C', 'grep', '-cE', '-f', pattern];
  const own = [process.execPath, join(folder, 'scan.mjs'), library];
  const commands = {
    file: [() => computed([...grep, log], log, output), () => computed([...own, log], log, output)],
    pipe: [() => computed(grep, log, output, 'cat |'), () => computed(own, log, output, 'cat |')],
  };
  const never = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const best = { file: never, pipe: never };
  let mebibytes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, [byGrep, byUs]] of Object.entries(commands)) {
      best[name] = [Math.min(best[name][0], byGrep()), Math.min(best[name][1], byUs())];
      const found = JSON.parse(readFileSync(output, 'utf8'));
      if (found.denials !== DENIALS) throw new Error(`${what}: ${found.denials} denials instead of ${DENIALS}`);
      mebibytes = Math.max(mebibytes, found.mebibytes);
    }
  }
  const speed = (name) => {
    const ratio = best[name][0] / best[name][1];
    return {
      name: `${what}, ${name}, × the speed of grep -cE with the same needles`,
      value: ratio.toFixed(2),
      budget: '≥ 1.0',
      ok: ratio >= 1,
    };
  };
  return [
    speed('file'),
    speed('pipe'),
    { name: `${what}, peak resident`, value: `${mebibytes} MiB`, budget: '≤ 100 MiB', ok: mebibytes <= 100 },
  ];
}

/** Runs in a process of its own, which takes what a user waits for. */
const SCAN = `
import { openSync, readSync } from 'node:fs';
const { createDenialScanner } = await import(process.argv[2]);
const scanner = createDenialScanner();
if (process.argv[3] === undefined) for await (const chunk of process.stdin) scanner.push(chunk);
else {
  const file = openSync(process.argv[3]);
  const chunk = Buffer.allocUnsafe(64 * 1024);
  for (let length; (length = readSync(file, chunk, 0, chunk.length, null)) > 0; ) scanner.push(chunk.subarray(0, length));
}
const denials = scanner.end().denials.reduce((sum, { count }) => sum + count, 0);
console.log(JSON.stringify({ denials, mebibytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
`;

/** The milliseconds for which a command computed, without what stands before it: Node does not report it of its children, bash does. */
function computed(command, input, output, before = '') {
  const script = `TIMEFORMAT="%3U %3S"; from=$1; to=$2; shift 2; exec <"$from"; ${before} { time "$@" >"$to" 2>/dev/null; } 2>&1`;
  const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...env } = process.env;
  const { status, stdout, error } = spawnSync('bash', ['-c', script, 'bash', input, output, ...command], {
    env,
    encoding: 'utf8',
  });
  if (error || status !== 0) throw error ?? new Error(`${command[0]} exits with ${status}`);
  return stdout.split(' ').reduce((sum, seconds) => sum + 1_000 * Number(seconds), 0);
}

/** The needles, and the lines of the logs. */
async function sourcesIn(folder) {
  const needles = fileURLToPath(new URL('../../src/parse/scan/needles.ts', import.meta.url));
  const lines = fileURLToPath(new URL('log-lines.ts', import.meta.url));
  const outExtension = { '.js': '.mjs' };
  const bundled = { bundle: true, platform: 'node', format: 'esm', logLevel: 'error', outExtension };
  await build({ entryPoints: { needles, lines }, outdir: folder, ...bundled });
  const load = (name) => import(pathToFileURL(join(folder, `${name}.mjs`)).href);
  return { ...(await load('needles')), ...(await load('lines')) };
}

/** The lines over and over, one in thirty thousand a denial. */
function writeLog(path, lines) {
  const file = openSync(path, 'w');
  for (let part = 0; part < DENIALS; part += 1) {
    const block = [...lines];
    block.splice((part * 397) % lines.length, 0, denial(part));
    let text = `${block.join('\n')}\n`;
    const size = (MEGABYTES * 1_000_000) / DENIALS;
    while (text.length < size) text += `${lines.join('\n')}\n`;
    writeSync(file, text.slice(0, text.lastIndexOf('\n', size) + 1));
  }
  closeSync(file);
}

function denial(part) {
  return `2024-03-01T10:00:00.000Z ERROR An error occurred (AccessDenied) when calling the GetObject operation: User: arn:aws:sts::111122223333:assumed-role/worker/i-${part} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::data/part-${part}" because no identity-based policy allows the s3:GetObject action`;
}
