import { createLine } from './line.ts';

/** Resolves when it is the caller's turn. The most urgent goes first. */
export type Turns = (urgency: number) => Promise<void>;

/**
 * Gives one turn in each round of the event loop, so that a request is on its way before the next one is signed. Otherwise the first
 * request would leave only once all were signed.
 */
export function createTurns(): Turns {
  const line = createLine();
  let running = false;
  const round = () => {
    running = line.next();
    if (running) setImmediate(round);
  };
  return (urgency) => {
    const turn = line.wait(urgency);
    if (!running) setImmediate(round);
    running = true;
    return turn;
  };
}
