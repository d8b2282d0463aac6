import { expect, test } from 'vitest';
import { createTurns } from '../../src/gather/live/turns.ts';

const nextRound = () => new Promise((later) => setImmediate(later));

test('one turn in a round of the event loop, the most urgent one first', async () => {
  const turn = createTurns();
  const taken: string[] = [];
  const take = (name: string, urgency: number) => void turn(urgency).then(() => taken.push(name));
  take('leaf', 0);
  take('list', 1);
  take('chain', 3);
  take('other list', 1);
  expect(taken).toEqual([]);
  for (const expected of ['chain', 'list', 'other list', 'leaf']) {
    await nextRound();
    expect(taken.at(-1)).toBe(expected);
  }
  expect(taken).toHaveLength(4);
});

test('who comes later has a turn as well', async () => {
  const turn = createTurns();
  await turn(1);
  await nextRound();
  await turn(0);
  const both = Promise.all([turn(0), turn(2)]);
  await expect(both).resolves.toEqual([undefined, undefined]);
});
