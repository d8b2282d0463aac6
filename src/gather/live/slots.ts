import { createLine } from './line.ts';

/** Runs tasks, at most `size` of them at once. The others wait, the most urgent ones first. */
export type Slots = <T>(task: () => Promise<T>, urgency: number) => Promise<T>;

/** Slots of their own: nothing else counts against `size`. */
export function createSlots(size: number): Slots {
  const line = createLine();
  let free = size;
  return async (task, urgency) => {
    if (free > 0) free -= 1;
    else await line.wait(urgency);
    try {
      return await task();
    } finally {
      if (!line.next()) free += 1;
    }
  };
}
