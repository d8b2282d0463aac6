/** The time that all calls together may take. */
export interface Deadline {
  /**
   * Runs a task. Gives its result, or `late()` as soon as the time is over. The signal tells the task to stop. Once the time is over,
   * no task is started.
   */
  run<T>(task: (signal: AbortSignal) => Promise<T>, late: () => T): Promise<T>;
  /** Runs `ask`, which asks the user, and stops the clock until the user answers. */
  hold<T>(ask: () => Promise<T>): Promise<T>;
}

/** Starts the clock with the first task. The clock does not keep the process alive. */
export function createDeadline(seconds: number, stop?: AbortSignal): Deadline {
  const pending = new Set<() => void>();
  let endsAt: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let held: { count: number; since: number } | undefined;
  let over = stop?.aborted ?? false;

  const end = () => {
    over = true;
    clearTimeout(timer);
    for (const cancel of [...pending]) cancel();
  };
  stop?.addEventListener('abort', end, { once: true });

  const wind = () => {
    clearTimeout(timer);
    if (pending.size === 0 || held !== undefined || over) return;
    endsAt ??= performance.now() + seconds * 1000;
    timer = setTimeout(end, Math.max(0, endsAt - performance.now()));
  };

  return {
    run(task, late) {
      if (endsAt !== undefined && held === undefined && performance.now() >= endsAt) end();
      if (over) return Promise.resolve(late());
      const controller = new AbortController();
      return new Promise((resolve, reject) => {
        const settle = () => {
          pending.delete(cancel);
          if (pending.size === 0) clearTimeout(timer);
        };
        const cancel = () => {
          settle();
          controller.abort();
          resolve(late());
        };
        pending.add(cancel);
        if (pending.size === 1) wind();
        task(controller.signal).finally(settle).then(resolve, reject);
      });
    },
    async hold(ask) {
      held = { count: (held?.count ?? 0) + 1, since: held?.since ?? performance.now() };
      clearTimeout(timer);
      try {
        return await ask();
      } finally {
        const { count, since } = held;
        held = count > 1 ? { count: count - 1, since } : undefined;
        if (held === undefined && endsAt !== undefined) endsAt += performance.now() - since;
        wind();
      }
    },
  };
}
