import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { ProcessOutput } from '../../src/cli/output/process-output.ts';

it.each([
  [0, 80],
  [132, 132],
  [undefined, undefined],
])('a stream that reports %s columns is written to with %s', (columns, width) => {
  const terminal = Object.assign(new PassThrough(), { columns }) as unknown as NodeJS.WriteStream; // all of it that is used
  const output = new ProcessOutput(1, () => terminal);
  expect(output.stream).toBe(terminal);
  expect(output.columns).toBe(width);
});

it.each([
  [0, undefined],
  [24, 24],
  [undefined, undefined],
])('a stream that reports %s rows is taken to have %s', (reported, rows) => {
  const terminal = Object.assign(new PassThrough(), { rows: reported }) as unknown as NodeJS.WriteStream; // all of it that is used
  const output = new ProcessOutput(1, () => terminal);
  expect(output.stream).toBe(terminal);
  expect(output.rows).toBe(rows);
});
