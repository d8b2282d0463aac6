import { fstatSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { type Interrupts, listenForInterrupts } from './interrupts.ts';
import type { Output } from './output/output.ts';
import { ProcessOutput } from './output/process-output.ts';

const STDIN = 0;

/** What the process is to the commands: the only way by which they see it. */
export interface Host {
  readonly stdin: {
    readonly stream: Readable;
    readonly isTerminal: boolean;
    /** Its descriptor where it is a file, as in `denytrace < build.log`; null for a pipe, a terminal or a device. */
    readonly file: number | null;
  };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** Resolves after that many milliseconds, or as soon as a signal ends the run. */
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly interrupts: Interrupts;
}

/** The running process. Its streams are only touched when they are asked for. */
export function processHost(): Host {
  const interrupts = listenForInterrupts();
  return {
    stdin: {
      get stream() {
        return process.stdin;
      },
      get isTerminal() {
        return process.stdin.isTTY === true;
      },
      get file() {
        return fileAtStdin();
      },
    },
    stdout: new ProcessOutput(1, () => process.stdout),
    stderr: new ProcessOutput(2, () => process.stderr),
    env: process.env,
    now: () => new Date(),
    async pause(milliseconds) {
      const { setTimeout } = await import('node:timers/promises');
      await setTimeout(milliseconds, undefined, { signal: interrupts.signal }).catch(() => {});
    },
    interrupts,
  };
}

function fileAtStdin(): number | null {
  try {
    return fstatSync(STDIN).isFile() ? STDIN : null;
  } catch {
    return null; // closed, or of a kind that the system does not name: the stream says what is wrong
  }
}
