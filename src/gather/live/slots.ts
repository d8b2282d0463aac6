import { createLine } from './line.ts';

/** Runs so many tasks at once. */
export interface Slots {
  /** Runs a task when a slot is free. Tasks wait in the order of their urgency. */
  run<T>(task: () => Promise<T>, urgency: number): Promise<T>;
  /** Takes one slot away, but always leaves two. */
  narrow(): void;
}

/** So many slots are left however often AWS throttles. */
const FEWEST = 2;

/** Makes `size` slots. */
export function createSlots(size: number): Slots {
  const line = createLine();
  let slots = size;
  let busy = 0;
  return {
    async run(task, urgency) {
      if (busy < slots) busy += 1;
      else await line.wait(urgency);
      try {
        return await task();
      } finally {
        // The slot goes to the next one in the line, if it was not taken away meanwhile.
        if (busy > slots || !line.next()) busy -= 1;
      }
    },
    narrow() {
      if (slots > FEWEST) slots -= 1;
    },
  };
}
