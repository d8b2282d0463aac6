/** A line in which callers wait: the most urgent goes first, and of equally urgent ones the one that came first. */
export interface Line {
  /** Resolves when it is the caller's turn. */
  wait(urgency: number): Promise<void>;
  /** Lets the next one go. False if the line is empty. */
  next(): boolean;
}

/** Makes an empty line. */
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
