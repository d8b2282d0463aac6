import type { Readable, Writable } from 'node:stream';

/** A stream to write to, which may be a terminal. */
export interface Output {
  readonly stream: Writable;
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

/** The running process. Its standard input is only touched when it is asked for. */
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
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    env: process.env,
    now: () => new Date(),
  };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  return { stream, isTerminal: stream.isTTY === true, columns: stream.columns };
}
