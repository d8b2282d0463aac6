import { createLine } from './line.ts';

/** Runs a task when a slot is free. Tasks wait in the order of their urgency. */
export type Slots = <T>(task: () => Promise<T>, urgency: number) => Promise<T>;

/** Makes `size` slots: so many tasks run at once. */
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
