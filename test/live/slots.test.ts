import { expect, test } from 'vitest';
import { createSlots } from '../../src/gather/live/slots.ts';

/** Tasks that end when they are told to; keeps the order in which they were started. */
function tasks() {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const task = (name: string) => () => {
    started.push(name);
    return new Promise<void>((end) => ends.set(name, end));
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    await new Promise((later) => setImmediate(later));
  };
  return { started, task, end };
}

test('no more than there are slots at once; the others in the order they came', async () => {
  const slots = createSlots(2);
  const { started, task, end } = tasks();
  for (const name of ['a', 'b', 'c', 'd']) void slots.run(task(name), 0);
  expect(started).toEqual(['a', 'b']);
  await end('b');
  expect(started).toEqual(['a', 'b', 'c']);
  await end('a');
  expect(started).toEqual(['a', 'b', 'c', 'd']);
});

test('the most urgent one goes first, of equally urgent ones the first that came', async () => {
  const slots = createSlots(1);
  const { started, task, end } = tasks();
  void slots.run(task('first'), 0);
  void slots.run(task('document'), 0);
  void slots.run(task('list'), 1);
  void slots.run(task('groups'), 2);
  void slots.run(task('other list'), 1);
  for (const name of ['first', 'groups', 'list', 'other list', 'document']) await end(name);
  expect(started).toEqual(['first', 'groups', 'list', 'other list', 'document']);
});

test('a slot is free again after a failure', async () => {
  const slots = createSlots(1);
  await expect(slots.run(() => Promise.reject(new Error('bug')), 0)).rejects.toThrow('bug');
  expect(await slots.run(async () => 'done', 0)).toBe('done');
});

test('a slot that is taken away takes nothing new when its task ends; two are always left', async () => {
  const slots = createSlots(4);
  const { started, task, end } = tasks();
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) void slots.run(task(name), 0);
  for (let throttled = 0; throttled < 9; throttled += 1) slots.narrow();
  await end('a');
  await end('b');
  expect(started).toEqual(['a', 'b', 'c', 'd']);
  await end('c');
  await end('d');
  expect(started).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  await end('e');
  expect(started).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
});
