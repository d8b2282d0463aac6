import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DenialCollection } from '../../../src/parse/denial-collection.ts';
import { needles } from '../../../src/parse/scan/needles.ts';
import { createPlainBuffer } from '../../../src/parse/scan/plain-buffer.ts';
import type { CreateBuffer } from '../../../src/parse/scan/search-buffer.ts';
import { createWasmBuffer } from '../../../src/parse/scan/wasm/wasm-buffer.ts';
import { createWindowReader } from '../../../src/parse/scan/window-reader.ts';
import { windowsOf } from '../../../src/parse/scan/windows.ts';
import { runs } from '../../effort.ts';
import { allTexts } from '../fixture-texts.ts';

const BUFFERS = [createPlainBuffer(256 * 1024), createWasmBuffer(256 * 1024)];

/** What both find in the same bytes. The buffers hold other bytes behind them, as those of a log do. */
function bothHits(bytes: Buffer, from = 0, to = bytes.length): readonly (readonly number[])[] {
  return BUFFERS.map((buffer) => {
    bytes.copy(buffer.bytes);
    buffer.bytes.write('AccessDenied', bytes.length);
    return buffer.hits(from, to, bytes.length);
  });
}

const WINDOWS = needles().flatMap((needle) => {
  const bytes = Buffer.from(needle);
  return windowsOf(bytes).map((offset) => bytes.subarray(offset, offset + 8));
});

/** Needles, parts of them, and what often stands in the middle of one, between letters that are in many. */
const piece = fc.oneof(
  fc.constantFrom(...needles()).map((needle) => Buffer.from(needle)),
  fc.constantFrom(...WINDOWS),
  fc
    .tuple(fc.constantFrom(...WINDOWS), fc.nat(7), fc.nat(8))
    .map(([window, from, length]) => window.subarray(from, from + length)),
  fc.constantFrom(' ', '  ', '\n', '\r\n', '\\n', '<br>', '│', '\t', '.').map((text) => Buffer.from(text)),
  fc.string({ unit: fc.constantFrom(...'edntioas r'), maxLength: 12 }).map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 6 }).map((bytes) => Buffer.from(bytes)),
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => Buffer.concat(pieces));

describe('the search by WebAssembly and the one by JavaScript', () => {
  it('find the same in any bytes, between any two of them', () => {
    fc.assert(
      fc.property(text, fc.nat(400), fc.nat(400), (bytes, one, other) => {
        const [from, to] = [Math.min(one, other, bytes.length), Math.min(Math.max(one, other), bytes.length)];
        const [plain, wasm] = bothHits(bytes, from, to);
        expect(wasm).toEqual(plain);
      }),
      { numRuns: runs(1_000, 50_000) },
    );
  });

  it.each(allTexts.map(({ name, text: fixture }) => [name, Buffer.from(fixture)] as const))(
    'find the same in %s',
    (_, bytes) => {
      const [plain, wasm] = bothHits(bytes);
      expect(wasm).toEqual(plain);
    },
  );

  it('find as much as there can be: a window at each byte, and more than is searched at a time', () => {
    const bytes = Buffer.from('n’t assume not have AccessDeniedAccessDenied'.repeat(1_500));
    const [plain, wasm] = bothHits(bytes);
    expect(wasm).toEqual(plain);
    expect(plain?.length).toBeGreaterThan(5_000);
  });

  it('count the same lines', () => {
    fc.assert(
      fc.property(text, fc.nat(400), fc.nat(400), (bytes, one, other) => {
        const [from, to] = [Math.min(one, other, bytes.length), Math.min(Math.max(one, other), bytes.length)];
        const [plain, wasm] = BUFFERS.map((buffer) => {
          bytes.copy(buffer.bytes);
          return buffer.lines(from, to);
        });
        expect(wasm).toBe(plain);
        expect(plain).toBe(bytes.subarray(from, to).filter((byte) => byte === 10).length);
      }),
      { numRuns: runs(200, 10_000) },
    );
  });
});

const NOISE = Array.from(
  { length: 150 },
  (_, index) => `2024-03-01T10:00:00Z INFO request ${index} done in ${(index * 37) % 91} ms`,
).join('\n');
const LOG = Buffer.from(allTexts.map(({ text: fixture }) => `${NOISE}\n\n${fixture}\n`).join('\n'));

/** All that is found in the log, with its lines and their numbers, where it comes in such chunks. */
function read(create: CreateBuffer, chunks: readonly number[]): unknown {
  const found = new DenialCollection();
  const reader = createWindowReader((denial, excerpt) => found.add(denial, excerpt), create);
  for (let at = 0, index = 0; at < LOG.length; index += 1) {
    const to = at + (chunks[index % chunks.length] ?? LOG.length);
    reader.push(LOG.subarray(at, to));
    at = to;
  }
  reader.end();
  return found.end();
}

it('a log with all fixtures gives the same denials with both, whatever its chunks are', () => {
  const chunk = fc.integer({ min: 1_000, max: 200_000 });
  fc.assert(
    fc.property(fc.array(chunk, { minLength: 1, maxLength: 8 }), (chunks) => {
      expect(read(createWasmBuffer, chunks)).toEqual(read(createPlainBuffer, chunks));
    }),
    // Each run reads all the fixtures twice.
    { numRuns: runs(1, 40) },
  );
}, 300_000);
