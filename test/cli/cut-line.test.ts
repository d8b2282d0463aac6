import { describe, expect, it } from 'vitest';
import { watchLines } from '../../src/cli/text/cut-line.ts';

describe('a line that is pasted at a terminal', () => {
  const isCut = (...chunks: readonly string[]) => {
    const watch = watchLines();
    for (const chunk of chunks) watch.push(Buffer.from(chunk));
    return watch.isCut();
  };

  it('was cut where it is as long as a terminal passes on, in one read or in several', () => {
    expect(isCut(`${'x'.repeat(4_095)}\n`)).toBe(true);
    expect(isCut('x'.repeat(4_000), 'x'.repeat(95), '\n')).toBe(true);
    expect(isCut(`${'é'.repeat(2_048)}\n`)).toBe(true);
  });

  it('was not cut where it is shorter, however long the text is', () => {
    expect(isCut(`${'x'.repeat(4_094)}\n`.repeat(3))).toBe(false);
  });
});
