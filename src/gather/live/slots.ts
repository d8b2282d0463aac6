/** Runs tasks, at most `size` of them at once; the others wait in the order they came. */
export type Slots = <T>(task: () => Promise<T>) => Promise<T>;

export function createSlots(size: number): Slots {
  const waiting: (() => void)[] = [];
  let free = size;
  return async (task) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((turn) => waiting.push(turn));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
