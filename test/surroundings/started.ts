import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { BARE_ENV } from '../cli/run-bin.ts';

/** A program that is running. */
export interface Started {
  readonly child: ChildProcess;
  /** How it ends, and what it has printed by then. */
  readonly ended: Promise<{ code: number | null; signal: string | null; stdout: string; stderr: string }>;
  /** Resolves once standard output has these words. */
  readonly printed: (words: string) => Promise<void>;
}

/** Starts a program with pipes for its streams. It ends with the test at the latest. */
export function start(command: string, args: readonly string[], options: SpawnOptions = {}): Started {
  const child = spawn(command, args, { ...options, env: { ...BARE_ENV, ...options.env }, stdio: 'pipe' });
  onTestFinished(() => void child.kill('SIGKILL'));
  const texts = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    texts.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    texts.stderr += text;
  });
  child.stdin.on('error', () => {});
  return {
    child,
    ended: once(child, 'close').then(([code, signal]) => ({ code, signal, ...texts })),
    async printed(words) {
      while (!texts.stdout.includes(words)) await once(child.stdout, 'data');
    },
  };
}
