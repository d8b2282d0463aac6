import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDenialScanner, type ScanResult } from '../../src/parse/denial-scanner.ts';
import { distinctDenials } from '../../src/parse/distinct-denials.ts';
import { parseDenials } from '../../src/parse/parse-denials.ts';
import { inventedTexts, messages } from './fixture-texts.ts';

const NOISE = Array.from(
  { length: 400 },
  (_, index) => `2024-03-01T10:00:00Z INFO request ${index} done in ${(index * 37) % 91} ms`,
);
const SENTENCE =
  'User: arn:aws:iam::111122223333:user/a is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/';

function scan(bytes: Uint8Array, chunk: number): ScanResult {
  const scanner = createDenialScanner();
  for (let at = 0; at < bytes.length; at += chunk) scanner.push(bytes.subarray(at, at + chunk));
  return scanner.end();
}

/** All texts of the fixtures in one log, so far apart that no context reaches another, and what is found in it. */
function longLog(length?: number) {
  const apart = NOISE.slice(0, 110);
  const all = [...messages, ...inventedTexts].map(({ text }) => [...apart, '', text, ''].join('\n')).join('\n');
  const text = all.slice(0, length);
  return { bytes: Buffer.from(text), wanted: distinctDenials(parseDenials(text)) };
}

describe('createDenialScanner', () => {
  it.each([
    { length: 400_000, chunks: [13], atLeast: 5 },
    { length: undefined, chunks: [4_096, 65_536, 5_000_000], atLeast: 100 },
  ])('finds what parseDenials finds, whatever the chunks: $chunks bytes', ({ length, chunks, atLeast }) => {
    const { bytes, wanted } = longLog(length);
    expect(wanted.length).toBeGreaterThan(atLeast);
    for (const chunk of chunks) {
      const { denials } = scan(bytes, chunk);
      expect(denials.map(({ text: _, ...distinct }) => distinct)).toEqual(wanted);
    }
  });

  it('quotes the lines it read', () => {
    const log = `${NOISE.join('\n')}\nAccessDenied: ${SENTENCE}k\n\tstatus code: 403, request id: R1\n${NOISE.join('\n')}`;
    const [denial] = scan(Buffer.from(log.repeat(12)), 65_536).denials;
    expect(denial).toMatchObject({
      count: 12,
      firstLine: 401,
      lastLine: 802 * 11 + 402 - 11,
      denial: { requestId: 'R1' },
    });
    expect(denial?.text).toBe(`AccessDenied: ${SENTENCE}k\n\tstatus code: 403, request id: R1`);
  });

  it('counts a denial on every line once each', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3_000, max: 9_000 }), fc.integer({ min: 1_000, max: 90_000 }), (lines, chunk) => {
        const log = Array.from({ length: lines }, (_, index) => `AccessDenied: ${SENTENCE}${index % 7}`).join('\n');
        const { denials } = scan(Buffer.from(log), chunk);
        expect(denials.map(({ count }) => count)).toEqual(
          Array.from({ length: 7 }, (_, index) => Math.ceil((lines - index) / 7)),
        );
        expect(denials[0]).toMatchObject({ firstLine: 1 });
      }),
      { numRuns: 4 },
    );
  });

  it('finds every distinct denial, however many', () => {
    const log = Array.from({ length: 2_600 }, (_, index) => `${SENTENCE}${index}`).join('\n');
    expect(scan(Buffer.from(log), 65_536).denials).toHaveLength(2_600);
  });

  it('reads one endless line', () => {
    const line = `${'{"a":1},'.repeat(50_000)}{"message":"${SENTENCE}k with an explicit deny"}${',{"a":1}'.repeat(90_000)}`;
    const { denials } = scan(Buffer.from(line), 65_536);
    expect(denials).toMatchObject([
      { count: 1, firstLine: 1, lastLine: 1, denial: { reason: { effect: 'explicit' } } },
    ]);
    expect(denials[0]?.text.length).toBeLessThanOrEqual(4_096);
  });

  it('finds nothing in bytes that are no text', () => {
    expect(scan(Buffer.alloc(700_000, 0xff), 65_536)).toEqual({ denials: [] });
    expect(scan(new Uint8Array(0), 1)).toEqual({ denials: [] });
  });
});
