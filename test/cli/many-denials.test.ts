import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BARE_ENV, BIN, denytrace, NAMED, SILENT, temporaryFolder } from './run-bin.ts';

const folder = temporaryFolder();

/** The denial of one of many roles. */
function of(role: number | string): string {
  return NAMED.replace('prod-deploy', `role-${role}`);
}

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface Line {
  readonly key: string;
  readonly count: number;
  readonly file?: string;
  readonly denial: { readonly resource: string };
  readonly counts?: Readonly<Record<string, number>>;
}

function parsed(text: string): Line {
  return JSON.parse(text) as Line; // what the program printed: the tests say what it must be
}

function linesOf(stdout: string): readonly Line[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => parsed(line));
}

function diagnosesOf(stdout: string): readonly Line[] {
  return JSON.parse(stdout).diagnoses;
}

type Child = ChildProcessByStdio<Writable, Readable, null>;

/** The program with its standard input open, and the lines that it writes. */
function started(args: readonly string[]): { readonly child: Child; readonly next: () => Promise<Line> } {
  const child = spawn(process.execPath, [BIN, '--no-aws', '--format', 'jsonl', ...args], {
    env: BARE_ENV,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.on('error', () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { child, next: async () => parsed(String((await lines.next()).value)) };
}

describe('2,500 distinct denials', () => {
  const text = Array.from({ length: 2_500 }, (_, index) => of(index)).join('\n');

  it.concurrent.each([
    ['json', diagnosesOf],
    ['jsonl', linesOf],
  ])('are all in %s, in their order', async (format, read) => {
    const { code, stdout } = await denytrace(['--no-aws', '--format', format], { input: text });
    expect(code).toBe(1);
    const resources = read(stdout).map(({ denial }) => denial.resource);
    expect(resources).toEqual(Array.from({ length: 2_500 }, (_, at) => `arn:aws:iam::444455556666:role/role-${at}`));
  });

  it('count for the exit code, wherever they stand', async () => {
    const { code } = await denytrace(['--no-aws', '--format', 'jsonl'], { input: `${text}\n${SILENT}` });
    expect(code).toBe(3);
  });
});

describe('--format jsonl', () => {
  it('is written while standard input is open, and says at the end what has become more', async () => {
    const { child, next } = started([]);
    child.stdin.write(`${of(1)}\n${of(2)}\n`);
    const first = [await next(), await next()];
    expect(first).toMatchObject([
      { key: '1', count: 1, denial: { resource: 'arn:aws:iam::444455556666:role/role-1' } },
      { key: '2', count: 1, denial: { resource: 'arn:aws:iam::444455556666:role/role-2' } },
    ]);
    child.stdin.end(`${of(2)}\n${of(3)}\n${of(2)}\n`);
    expect(await next()).toMatchObject({ key: '3', count: 1 });
    expect(await next()).toEqual({ schema: 'denytrace/1', counts: { '2': 3 } });
    expect(await once(child, 'close')).toEqual([1, null]);
  });

  it('ends with what came so far when it is interrupted', async () => {
    const { child, next } = started([]);
    child.stdin.write(`${of(1)}\n`);
    expect(await next()).toMatchObject({ key: '1', count: 1 });
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([130, null]);
  });

  it('reads no further once its reader is gone', async () => {
    const { child, next } = started([]);
    child.stdin.write(`${of(1)}\n`);
    await next();
    child.stdout.destroy();
    child.stdin.write(`${of(2)}\n`);
    expect(await once(child, 'close')).toEqual([1, null]);
    child.stdin.destroy();
  });

  it('gives final counts where all is read before anything is written', async () => {
    const { stdout } = await denytrace(['--no-aws', '--format', 'jsonl'], { input: `${of(1)}\n${of(2)}\n${of(1)}\n` });
    expect(linesOf(stdout).map(({ key, count }) => [key, count])).toEqual([
      ['1', 2],
      ['2', 1],
    ]);
  });

  it('has a line for each denial with --record and --tee, too', async () => {
    const input = `${of(1)}\n${of(2)}\n${of(1)}\n`;
    const recorded = await denytrace(['--no-aws', '--format', 'jsonl', '--record', join(folder, 'r.json')], { input });
    const copied = await denytrace(['--no-aws', '--format', 'jsonl', '--tee'], { input });
    for (const lines of [linesOf(recorded.stdout), linesOf(copied.stderr)])
      expect(lines.map(({ key, count }) => [key, count])).toEqual([
        ['1', 2],
        ['2', 1],
      ]);
    expect(copied.stdout).toBe(input);
  });
});

describe('several files', () => {
  const first = write('first.log', `all is well\n${of('both')}\n${of('first')}\n`);
  const second = write('second.log.gz', gzipSync(`\n\n${of('second')}\n${of('both')}\n`));

  it('are one input with lines of their own', async () => {
    const { code, stdout } = await denytrace(['--no-aws', '--file', first, '--file', second, '--all']);
    expect(code).toBe(1);
    const titles = stdout.split('\n').filter((line) => line.startsWith('sts:AssumeRole  denied'));
    expect(titles).toEqual([
      `sts:AssumeRole  denied  ×2, first on line 2 of ${first}, last on line 4 of ${second}`,
      `sts:AssumeRole  denied  line 3 of ${first}`,
      `sts:AssumeRole  denied  line 3 of ${second}`,
    ]);
  });

  it('are named in json, in jsonl and in annotations', async () => {
    const args = ['--no-aws', first, second, '--format'];
    const json = diagnosesOf((await denytrace([...args, 'json'])).stdout);
    expect(json.map(({ file, count }) => [file, count])).toEqual([
      [first, 2],
      [first, 1],
      [second, 1],
    ]);
    const jsonl = linesOf((await denytrace([...args, 'jsonl'])).stdout);
    expect(jsonl.map(({ file, count, counts }) => counts ?? [file, count])).toEqual([
      [first, 1],
      [first, 1],
      [second, 1],
      { '1': 2 },
    ]);
    const { stdout } = await denytrace([...args, 'github', '--all']);
    expect(stdout.match(/file=[^,]+,line=\d+/g)).toEqual([
      `file=${first},line=2`,
      `file=${first},line=3`,
      `file=${second},line=3`,
    ]);
  });
});
