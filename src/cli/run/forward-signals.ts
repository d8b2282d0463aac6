import type { ChildProcess } from 'node:child_process';

/** Signals that somebody sends to us and means for the command. */
const FORWARDED = ['SIGTERM', 'SIGHUP', 'SIGUSR1', 'SIGUSR2'] as const;

/** The terminal sends these to the whole process group: the command has got them already, and a second one may mean "at once". */
const FROM_TERMINAL = ['SIGINT', 'SIGQUIT'] as const;

/** Passes signals on to the command while it runs; returns how to stop. */
export function forwardSignals(child: ChildProcess, isOnTerminal: boolean): () => void {
  const listeners = [...FORWARDED, ...FROM_TERMINAL].map((signal) => {
    const isAlreadyThere = isOnTerminal && (FROM_TERMINAL as readonly string[]).includes(signal); // includes wants the narrow type
    const listener = () => {
      if (!isAlreadyThere) child.kill(signal);
    };
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });
  return () => {
    for (const stop of listeners) stop();
  };
}
