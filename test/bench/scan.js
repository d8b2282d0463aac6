// Scans two logs of 200 MB for denials, from a file (also behind standard input) and through a pipe, and has grep look for the same needles in them, in one run.
// One is of services that talk of other things; the other has no sense, but in every fortieth line a part of a needle. Ratios, not seconds.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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
    const { needles, needlesForGrep } = await needlesOf(folder);
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

async function needlesOf(folder) {
  const outfile = join(folder, 'needles.mjs');
  const entry = new URL('../../src/parse/scan/needles.ts', import.meta.url).pathname;
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });
  return import(pathToFileURL(outfile).href);
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

/** Words at random, and in every fortieth line a needle without its end. */
function* nearHits(count, needles) {
  const words =
    'the role of a user was taken by service with access to resource session provider token policy request key'.split(
      ' ',
    );
  const random = randomNumbers();
  for (let index = 0; index < count; index += 1) {
    const line = Array.from({ length: 14 }, () => words[random(words.length)]);
    const part = `${needles[random(needles.length)].slice(0, -2)}.`;
    // The part of a needle may be all of another.
    if (index % 40 === 0 && !needles.some((needle) => part.includes(needle))) line.splice(random(14), 0, part);
    yield `10:00:00 ${line.join(' ')}`;
  }
}

/** Lines of services that talk of other things. */
function* noise(count) {
  const services = ['checkout', 'billing', 'gateway', 'catalog', 'auth-service', 'worker'];
  const messages = [
    (a, b) => `request completed status=200 duration=${a}ms bytes=${b}`,
    (a, b) => `cache hit key=user:${a} ttl=${b}`,
    (a, b) => `db query took ${a} ms rows=${b}`,
    (a, b) => `message published to topic orders partition=${a} offset=${b}`,
    (a, b) => `{"level":"info","msg":"user session refreshed","uid":${a},"expires_in":${b}}`,
    (a, b) => `GC pause ${a}ms heap=${b}MB`,
  ];
  const chance = [
    '401 Unauthorized: missing Authorization header',
    'The role of the user was changed to viewer',
    'IAM role arn:aws:iam::111122223333:role/worker assumed',
    'access denied by firewall rule 12',
    'Please check the settings',
  ];
  const random = randomNumbers();
  for (let index = 0; index < count; index += 1) {
    const message =
      index % 185 === 0
        ? chance[random(chance.length)]
        : messages[random(messages.length)](random(99_999), random(9_999));
    const time = `2024-03-01T${String(random(24)).padStart(2, '0')}:${String(random(60)).padStart(2, '0')}:10.${random(1000)}Z`;
    yield `${time} INFO [${services[random(services.length)]}] trace=${random(2 ** 31)
      .toString(16)
      .padStart(16, '0')} ${message}`;
  }
}

function randomNumbers() {
  let seed = 42;
  return (below) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
}
