/** The signals by which a user or a system ends denytrace, with the exit codes that a shell expects of them. */
const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

type EndingSignal = keyof typeof EXIT_CODES;

const SIGNALS = Object.keys(EXIT_CODES) as readonly EndingSignal[]; // the keys of EXIT_CODES are just these

/**
 * What signals do to a run. The first one ends the reading, so that what is known by then is printed; a second one ends the process at once.
 */
export interface Interrupts {
  /** Aborted by the first signal. */
  readonly signal: AbortSignal;
  /** The exit code of the first signal; null while there was none. */
  readonly exitCode: () => number | null;
  /**
   * Runs something that no signal may break off. `noted`: the first signal still ends what comes after it. `ignored`: the signals are for
   * the command that is running.
   */
  readonly holdOff: <T>(how: 'noted' | 'ignored', doing: () => Promise<T>) => Promise<T>;
  /** From here on there is nothing left to save: every signal ends the process at once. */
  readonly release: () => void;
}

/** Listens for the signals of this process. */
export function listenForInterrupts(): Interrupts {
  // Node loads what makes one when it is first asked for, and a short run asks for none.
  let controller: AbortController | undefined;
  const stopping = () => (controller ??= new AbortController());
  let first: EndingSignal | null = null;
  let held: 'noted' | 'ignored' | null = null;

  const listener = (signal: NodeJS.Signals) => {
    if (held === 'ignored') return;
    first ??= signal as EndingSignal; // only these are listened for
    // Not at once: a library that listens, too, would take itself for the only one, and end the process.
    if (held === null) setImmediate(release);
    stopping().abort();
  };
  // Without a listener a signal ends the process by itself, whatever this is busy with.
  const release = () => {
    for (const signal of SIGNALS) process.off(signal, listener);
  };
  for (const signal of SIGNALS) process.on(signal, listener);

  return {
    get signal() {
      return stopping().signal;
    },
    exitCode: () => (first === null ? null : EXIT_CODES[first]),
    async holdOff(how, doing) {
      held = how;
      try {
        return await doing();
      } finally {
        held = null;
        if (first !== null) release();
      }
    },
    release,
  };
}
