import type { Readable, Writable } from 'node:stream';
import { ProcessOutput } from './output/process-output.ts';

/** Where to write to, which may be a terminal. */
export interface Output {
  /** For what writes by itself, or byte by byte. */
  readonly stream: Writable;
  /** Resolves once everything was handed over, or the reader is gone. Any other failure is a UsageError. */
  readonly write: (text: string) => Promise<void>;
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined where it is none. */
  readonly columns: number | undefined;
}

/** What the process is to the commands: the only way by which they see it. */
export interface Host {
  readonly stdin: { readonly stream: Readable; readonly isTerminal: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
}

/** The running process. Its streams are only touched when they are asked for. */
export function processHost(): Host {
  return {
    stdin: {
      get stream() {
        return process.stdin;
      },
      get isTerminal() {
        return process.stdin.isTTY === true;
      },
    },
    stdout: new ProcessOutput(1, () => process.stdout),
    stderr: new ProcessOutput(2, () => process.stderr),
    env: process.env,
    now: () => new Date(),
  };
}
