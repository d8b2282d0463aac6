import { setImmediate } from 'node:timers/promises';
import type { Read, ReadAnswer, ReadCall } from '../../src/model/read.ts';

/** What was asked, in rounds: every read of a round was started before any of them was answered. */
export interface Rounds {
  readonly read: Read;
  /** Answers whatever waits, round by round, until `work` is done. */
  drive<T>(work: Promise<T>): Promise<{ readonly result: T; readonly rounds: readonly (readonly ReadCall[])[] }>;
}

/** A read that answers nothing until everything that can be asked was asked: it counts the round trips that depend on each other. */
export function inRounds(read: Read): Rounds {
  let waiting: { readonly call: ReadCall; readonly answer: (answer: ReadAnswer) => void }[] = [];
  return {
    read: (call) => new Promise((answer) => waiting.push({ call, answer })),
    async drive(work) {
      const rounds: ReadCall[][] = [];
      let isDone = false;
      const done = work.finally(() => {
        isDone = true;
      });
      await setImmediate();
      while (!isDone) {
        const round = waiting;
        waiting = [];
        if (round.length === 0) throw new Error('gather waits for nothing');
        rounds.push(round.map(({ call }) => call));
        for (const { call, answer } of round) answer(await read(call));
        await setImmediate();
      }
      return { result: await done, rounds };
    },
  };
}
