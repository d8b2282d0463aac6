import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';

export const BIN = resolve(import.meta.dirname, '../../bin/denytrace.cjs');

/** How the built program ended, and what it printed. */
export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly stdoutBytes: Buffer;
}

export interface RunOptions {
  /** What standard input holds; null leaves it open without a byte. Default: an empty one. */
  readonly input?: string | Uint8Array | null;
  /** A file that stands behind standard input, as in `denytrace < file`, instead of a pipe. */
  readonly inputFile?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** The Node that runs it. Default: the one that runs the tests. */
  readonly node?: string;
}

/** Nothing of the machine that runs the tests: no credentials, no config, no colours, no CI. */
export const BARE_ENV = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  AWS_EC2_METADATA_DISABLED: 'true',
} as const;

/** Runs the built program as a shell would: pipes for all three streams. */
export function denytrace(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return runNode([BIN, ...args], options);
}

function runNode(
  args: readonly string[],
  { input = '', inputFile, env = {}, cwd, node = process.execPath }: RunOptions,
): Promise<Ran> {
  return new Promise((resolvePromise, reject) => {
    const file = inputFile === undefined ? null : openSync(inputFile, 'r');
    const child = spawn(node, args, {
      env: { ...BARE_ENV, ...env },
      stdio: [file ?? 'pipe', 'pipe', 'pipe'],
      ...(cwd === undefined ? {} : { cwd }),
    });
    if (file !== null) closeSync(file);
    const chunks: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] };
    child.stdout?.on('data', (chunk: Buffer) => chunks.stdout.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.stderr.push(chunk));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const stdoutBytes = Buffer.concat(chunks.stdout);
      resolvePromise({
        code,
        signal,
        stdout: stdoutBytes.toString('utf8'),
        stderr: Buffer.concat(chunks.stderr).toString('utf8'),
        stdoutBytes,
      });
    });
    child.stdin?.on('error', () => {});
    if (input !== null) child.stdin?.end(input);
  });
}

/** A folder that is gone after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'denytrace-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const CALLER = 'arn:aws:sts::111122223333:assumed-role/ci-deployer/build-42';
const ROLE = 'arn:aws:iam::444455556666:role/prod-deploy';

/** AWS's words without a reason: from the text alone nobody can tell why. */
export const SILENT = `An error occurred (AccessDenied) when calling the AssumeRole operation: User: ${CALLER} is not authorized to perform: sts:AssumeRole on resource: ${ROLE}`;

/** AWS names the layer: that much is explained by the text alone. */
export const NAMED = `${SILENT} with an explicit deny in a service control policy`;
