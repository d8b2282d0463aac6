import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGzip, gzipSync, constants as zlib } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BARE_ENV, BIN, denytrace, NAMED, type Ran, temporaryFolder } from './run-bin.ts';

const folder = temporaryFolder();

/** The ways in which bytes reach the program; `--tee` copies them, and reports on standard error. */
const WAYS = {
  'a file': (bytes, args) => denytrace([...args, write(bytes)]),
  'a pipe': (bytes, args) => denytrace([...args], { input: bytes }),
  'the file behind standard input': (bytes, args) => denytrace([...args], { inputFile: write(bytes) }),
  'a pipe that is copied': (bytes, args) => copied(bytes, args, { input: bytes }),
  'a file that is copied': (bytes, args) => copied(bytes, args, { inputFile: write(bytes) }),
} as const satisfies Record<string, (bytes: Uint8Array, args: readonly string[]) => Promise<Ran>>;

const ALL_WAYS = Object.keys(WAYS) as readonly (keyof typeof WAYS)[]; // the keys of WAYS are just these

const NOISE = Array.from({ length: 30_000 }, (_, index) => `request ${(index * 7_919) % 100_003} done`).join('\n');
const LOG = `${of(1)}\n${NOISE}\nmüller \u{1f600}\n${of(2)}\n`;

describe('a text that is no UTF-8', () => {
  describe.each([
    ['compressed by gzip', gzipSync(LOG)],
    ['UTF-16, as Windows PowerShell writes it', Buffer.from(`\u{feff}${LOG}`, 'utf16le')],
  ])('%s', (_, bytes) => {
    it.concurrent.each(ALL_WAYS)('is read from %s', async (way) => {
      const { code, stdout } = await WAYS[way](bytes, ['--no-aws', '--format', 'jsonl']);
      expect(code).toBe(1);
      expect(denialsOf(stdout)).toEqual([
        { resource: 'arn:aws:iam::444455556666:role/role-1', lines: [1, 1] },
        { resource: 'arn:aws:iam::444455556666:role/role-2', lines: [30_003, 30_003] },
      ]);
    });
  });
});

describe('an archive', () => {
  const zip = Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04, 20, 0, 0, 0]), Buffer.alloc(300_000, 7)]);

  it.concurrent.each(ALL_WAYS)('is refused from %s: that nothing was found in it is no answer', async (way) => {
    const { code, stdout, stderr } = await WAYS[way](zip, ['--no-aws']);
    expect(code).toBe(2);
    expect(`${stdout}${stderr}`).toMatch(/^denytrace: cannot read .*: it is packed with zip; unpack it first\n$/);
  });
});

describe('what gzip compressed, and is cut', () => {
  const cut = (text: string) => gzipSync(text).subarray(0, -1_000);

  it.concurrent.each(ALL_WAYS)('gives what could be read, and says so, from %s', async (way) => {
    const { code, stdout, stderr } = await WAYS[way](cut(`${of(1)}\n${NOISE}`), ['--no-aws', '-q']);
    expect(code).toBe(1);
    expect(`${stdout}${stderr}`).toContain('role/role-1');
    expect(`${stdout}${stderr}`).toMatch(/^denytrace: cannot read the rest of .*: Z_BUF_ERROR/m);
  });

  it.concurrent.each(ALL_WAYS)('is no answer where nothing was found in what could be read, from %s', async (way) => {
    const { code, stdout, stderr } = await WAYS[way](cut(`${NOISE}\n${of(1)}`), ['--no-aws']);
    expect(code).toBe(2);
    expect(`${stdout}${stderr}`).toMatch(/^denytrace: .*cannot read the rest of /);
  });

  it.concurrent.each(ALL_WAYS)('is no answer where nothing could be read, from %s', async (way) => {
    const { code, stdout, stderr } = await WAYS[way](Buffer.from([0x1f, 0x8b, 1, 2, 3]), ['--no-aws']);
    expect(code).toBe(2);
    expect(`${stdout}${stderr}`).toMatch(/^denytrace: cannot read /);
  });
});

describe('what gzip compresses while it is read', () => {
  it('is reported while standard input is open, and as far as it came when it is interrupted', async () => {
    const child = start(['--no-aws', '--format', 'jsonl']);
    const gzip = createGzip({ flush: zlib.Z_SYNC_FLUSH });
    gzip.pipe(child.stdin);
    gzip.write(`${of(1)}\n`);
    const [first] = await once(child.stdout, 'data');
    expect(denialsOf(String(first))).toMatchObject([{ resource: 'arn:aws:iam::444455556666:role/role-1' }]);
    child.kill('SIGINT');
    expect(await ended(child)).toMatchObject({ code: 130, stderr: '' });
    gzip.destroy();
  });
});

/** The denial of one of many roles. */
function of(role: number): string {
  return NAMED.replace('prod-deploy', `role-${role}`);
}

let files = 0;

function write(bytes: Uint8Array): string {
  files += 1;
  const path = join(folder, `${files}.log`);
  writeFileSync(path, bytes);
  return path;
}

/** Its report as if it were on standard output, where the bytes are. */
async function copied(
  bytes: Uint8Array,
  args: readonly string[],
  input: { readonly input: Uint8Array } | { readonly inputFile: string },
): Promise<Ran> {
  const ran = await denytrace([...args, '--tee'], input);
  expect(ran.stdoutBytes.equals(bytes)).toBe(true);
  return { ...ran, stdout: ran.stderr, stderr: '' };
}

function denialsOf(stdout: string): readonly unknown[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).denial)
    .map(({ resource, lines }) => ({ resource, lines }));
}

function start(args: readonly string[]) {
  return spawn(process.execPath, [BIN, ...args], { env: BARE_ENV, stdio: 'pipe' });
}

async function ended(child: ChildProcess) {
  const read = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.on('data', (chunk: Buffer) => {
      read[name] += chunk.toString('utf8');
    });
  const [code] = await once(child, 'close');
  return { code, ...read };
}
