import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { reportBug } from '../../src/cli/bug-report.ts';
import { processHost } from '../../src/cli/host.ts';

async function reported(args: readonly string[]): Promise<string> {
  let text = '';
  const write = async (words: string) => {
    text += words;
  };
  const host = processHost();
  host.interrupts.release();
  const stderr = { ...host.stderr, stream: new PassThrough(), write };
  await reportBug(new Error('a list is empty'), args, { ...host, stderr });
  return text;
}

describe('a bug in denytrace', () => {
  it('is told with what a report of it needs', async () => {
    const text = await reported([]);
    expect(text).toMatch(/^This is a bug in denytrace \S+: a list is empty\n/);
    expect(text).toContain(`Node ${process.version}, ${process.platform} ${process.arch}`);
    expect(text).toContain('--record FILE --redact');
    expect(text).toContain('with -v');
    expect(text).not.toContain('    at ');
  });

  it('shows where it happened with -v', async () => {
    expect(await reported(['-v'])).toContain('    at ');
  });
});
