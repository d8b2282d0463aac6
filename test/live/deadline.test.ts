import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDeadline } from '../../src/gather/live/deadline.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const never = () => new Promise<string>(() => {});
const late = () => 'late';

describe('a deadline', () => {
  test('lets what ends in time end', async () => {
    const deadline = createDeadline(20);
    expect(await deadline.run(async () => 'done', late)).toBe('done');
    expect(vi.getTimerCount()).toBe(0);
  });

  test('ends everything at once, whatever the tasks do, and tells them to stop', async () => {
    const deadline = createDeadline(20);
    const signals: AbortSignal[] = [];
    const task = (signal: AbortSignal) => {
      signals.push(signal);
      return never();
    };
    const pending = [deadline.run(task, late), deadline.run(task, late)];
    vi.advanceTimersByTime(20_000);
    expect(await Promise.all(pending)).toEqual(['late', 'late']);
    expect(signals.map((signal) => signal.aborted)).toEqual([true, true]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('counts from the first task, with the time between tasks', async () => {
    const deadline = createDeadline(20);
    vi.advanceTimersByTime(60_000);
    await deadline.run(async () => 'first', late);
    vi.advanceTimersByTime(19_000);
    const second = deadline.run(never, late);
    vi.advanceTimersByTime(1_000);
    expect(await second).toBe('late');
  });

  test('starts nothing once it is over', async () => {
    const deadline = createDeadline(20);
    await deadline.run(async () => 'first', late);
    vi.advanceTimersByTime(20_000);
    const task = vi.fn(never);
    expect(await deadline.run(task, late)).toBe('late');
    expect(task).not.toHaveBeenCalled();
  });

  test('stands still while somebody is asked', async () => {
    const deadline = createDeadline(20);
    let typed = (_: string) => {};
    const pending = deadline.run(async () => {
      const code = await deadline.hold(() => new Promise<string>((resolve) => (typed = resolve)));
      return new Promise<string>((resolve) => setTimeout(() => resolve(code), 10_000));
    }, late);
    await vi.advanceTimersByTimeAsync(60_000);
    typed('123456');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await pending).toBe('123456');
  });

  test('goes on where it stood', async () => {
    const deadline = createDeadline(20);
    const pending = deadline.run(never, late);
    await vi.advanceTimersByTimeAsync(15_000);
    const asked = deadline.hold(() => new Promise((resolve) => setTimeout(resolve, 60_000)));
    await vi.advanceTimersByTimeAsync(60_000);
    await asked;
    const ended = vi.fn();
    void pending.then(ended);
    await vi.advanceTimersByTimeAsync(4_900);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(ended).toHaveBeenCalledWith('late');
  });

  test('ends early where it is told to', async () => {
    const stop = new AbortController();
    const deadline = createDeadline(20, stop.signal);
    const pending = deadline.run(never, late);
    stop.abort();
    expect(await pending).toBe('late');
    expect(vi.getTimerCount()).toBe(0);
    expect(await createDeadline(20, stop.signal).run(never, late)).toBe('late');
  });

  test('lets a bug through', async () => {
    const deadline = createDeadline(20);
    await expect(deadline.run(() => Promise.reject(new Error('bug')), late)).rejects.toThrow('bug');
    expect(vi.getTimerCount()).toBe(0);
  });
});
