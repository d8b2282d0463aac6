import { PassThrough } from 'node:stream';
import { expect, test, vi } from 'vitest';
import type { Host } from '../../src/cli/host.ts';
import { progressLine } from '../../src/cli/output/progress-line.ts';
import { writeToStream } from '../../src/cli/output/write.ts';
import { type Progress, withProgress } from '../../src/gather/readers/with-progress.ts';
import type { ReadAnswer } from '../../src/model/read.ts';

test('every read that starts or ends is told, with what is still read', async () => {
  const told: string[] = [];
  const ends: (() => void)[] = [];
  const slow = () =>
    new Promise<ReadAnswer>((end) => ends.push(() => end({ status: 'answered', account: null, output: {} })));
  const read = withProgress(slow, ({ reading, done, started }: Progress) => told.push(`${reading} ${done}/${started}`));
  const reads = ['a', 'b'].map((RoleName) => read({ call: 'iam:GetRole', account: null, input: { RoleName } }));
  ends[1]?.();
  await reads[1];
  ends[0]?.();
  await reads[0];
  expect(told).toEqual(['iam:GetRole a 0/1', 'iam:GetRole b 0/2', 'iam:GetRole a 1/2', 'iam:GetRole a 2/2']);
});

function hostWith(isTerminal: boolean, env: Host['env'], columns: number | undefined = 80) {
  const stream = Object.assign(new PassThrough(), {
    isTTY: isTerminal,
    columns,
    clearLine: () => true,
    cursorTo: () => true,
    moveCursor: () => true,
  });
  const write = (text: string) => writeToStream(stream, text);
  const output = { stream, write, isGone: false, isTerminal, columns, rows: undefined };
  return { host: { stderr: output, env }, written: () => stream.read()?.toString() ?? '' };
}

const silent: readonly [string, boolean, Host['env'], boolean, number?][] = [
  ['a pipe', false, {}, false],
  ['-q', true, {}, true],
  ['a CI job', true, { CI: 'true' }, false],
  ['a dumb terminal', true, { TERM: 'dumb' }, false],
  ['a terminal without a name', true, {}, false],
  ['a terminal that is not known', true, { TERM: 'unknown' }, false],
  ['a terminal of 0 columns', true, { TERM: 'xterm' }, false, 0],
  ['a terminal of 9 columns', true, { TERM: 'xterm' }, false, 9],
];

test.each(silent)('nothing moves for %s', async (_, isTerminal, env, quiet, columns) => {
  const { host, written } = hostWith(isTerminal, env, columns);
  const moving = hostWith(true, { TERM: 'xterm' });
  const [line, control] = [progressLine(host, quiet), progressLine(moving.host, false)];
  line.show('reading');
  control.show('reading');
  // The spinner is loaded later: nothing is known before the one that moves has moved.
  await vi.waitFor(() => expect(moving.written()).not.toBe(''));
  control.clear();
  line.clear();
  expect(written()).toBe('');
});

test('a terminal shows what is read, without what a name could do to it, until it is cleared', async () => {
  const { host, written } = hostWith(true, { TERM: 'xterm' });
  const line = progressLine(host, false);
  line.show('iam:GetRole \u001b[31mevil');
  let text = '';
  await vi.waitFor(() => {
    text += written();
    expect(text).toContain('iam:GetRole');
  });
  line.clear();
  expect(text).not.toContain('\u001b[31mevil');
  written();
  await new Promise((later) => setImmediate(later));
  expect(written()).toBe('');
});
