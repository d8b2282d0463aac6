/** Runs tasks, at most `size` of them at once. The others wait in the order they came, those that others wait for before the rest. */
export type Slots = <T>(task: () => Promise<T>, urgent: boolean) => Promise<T>;

/** Slots of their own: nothing else counts against `size`. */
export function createSlots(size: number): Slots {
  const urgentOnes: (() => void)[] = [];
  const others: (() => void)[] = [];
  let free = size;
  return async (task, urgent) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((turn) => (urgent ? urgentOnes : others).push(turn));
    try {
      return await task();
    } finally {
      const next = urgentOnes.shift() ?? others.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
