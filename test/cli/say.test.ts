import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Output } from '../../src/cli/output/output.ts';
import { say, wrapped } from '../../src/cli/output/say.ts';
import { denytrace } from './run-bin.ts';

/** What is said on a stream of so many columns; undefined for no terminal. */
async function said(sentence: string, columns: number | undefined): Promise<string> {
  let text = '';
  const output: Output = {
    stream: new PassThrough(),
    write: async (part) => {
      text += part;
    },
    isGone: false,
    isTerminal: columns !== undefined,
    columns,
    rows: undefined,
  };
  await say(output, sentence);
  return text;
}

describe('a sentence of denytrace’s own', () => {
  const sentence = 'there is no demo bondary (did you mean boundary?); there are trust-near-miss, scp-and-identity';

  it('breaks between words on a terminal, and nowhere else', async () => {
    expect(await said(sentence, 40)).toBe(
      'denytrace: there is no demo bondary (did\nyou mean boundary?); there are\ntrust-near-miss, scp-and-identity\n',
    );
    expect(await said(sentence, undefined)).toBe(`denytrace: ${sentence}\n`);
  });
});

it('lines that fit stay as they are, and those that do not keep their indent', () => {
  const text = '  "a": 1,\n\n    at throwDefaultError (/app/index.js:867:20)';
  expect(wrapped(text, { columns: 30 })).toBe('  "a": 1,\n\n    at throwDefaultError\n    (/app/index.js:867:20)');
});

it('a quiet demo has its report, and nothing on standard error', async () => {
  const { stdout, stderr } = await denytrace(['demo', 'boundary', '--quiet']);
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toBe('');
});
