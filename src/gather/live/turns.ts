import { createLine } from './line.ts';

/** Waits until it is one's turn; the most urgent ones first. */
export type Turns = (urgency: number) => Promise<void>;

/**
 * One turn in each round of the event loop: what was made ready in one turn is on its way before the next one is. Without that, the
 * first request would leave only when all that can be sent were signed.
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
