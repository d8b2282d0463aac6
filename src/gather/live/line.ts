/** Those who wait for something: the most urgent one goes first, of equally urgent ones the one that came first. */
export interface Line {
  /** Waits to be called. */
  wait(urgency: number): Promise<void>;
  /** Calls the next one; false where nobody waits. */
  next(): boolean;
}

/** A line in which nobody waits yet. */
export function createLine(): Line {
  const waiting = new Map<number, (() => void)[]>();
  return {
    wait: (urgency) =>
      new Promise((go) => {
        const equals = waiting.get(urgency);
        if (equals === undefined) waiting.set(urgency, [go]);
        else equals.push(go);
      }),
    next() {
      const most = Math.max(...waiting.keys());
      const equals = waiting.get(most);
      const go = equals?.shift();
      if (equals?.length === 0) waiting.delete(most);
      go?.();
      return go !== undefined;
    },
  };
}
