import type { Readable } from 'node:stream';
import { type Interrupts, listenForInterrupts } from './interrupts.ts';
import type { Output } from './output/output.ts';
import { ProcessOutput } from './output/process-output.ts';

/** What the process is to the commands: the only way by which they see it. */
export interface Host {
  readonly stdin: { readonly stream: Readable; readonly isTerminal: boolean };
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
