import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PackedError, plainBytes } from '../../src/cli/text/plain-bytes.ts';
import { runs } from '../effort.ts';

const TEXT = 'all is well\nmüller \u{1f600}\n';
const UTF16 = Buffer.from(`\u{feff}${TEXT}`, 'utf16le');
const HIGH_BYTE_FIRST = Buffer.from(UTF16).swap16();

const TEXTS = {
  'UTF-8': Buffer.from(TEXT),
  'UTF-16': UTF16,
  'UTF-16 with the high byte first': HIGH_BYTE_FIRST,
  'what gzip compressed': gzipSync(TEXT),
  'what gzip compressed in two parts': Buffer.concat([gzipSync(TEXT.slice(0, 5)), gzipSync(TEXT.slice(5))]),
  'UTF-16 that gzip compressed': gzipSync(HIGH_BYTE_FIRST),
};

const ARCHIVES = {
  zip: [0x50, 0x4b, 0x03, 0x04, 20, 0],
  bzip2: [0x42, 0x5a, 0x68, 0x39, 0x31],
  zstd: [0x28, 0xb5, 0x2f, 0xfd, 0x04],
  xz: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00, 0],
};

describe('plainBytes', () => {
  it.each(Object.entries(TEXTS))('gives %s in UTF-8, however it is cut into chunks', async (_, bytes) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: bytes.length }), async (size) => {
        expect(await read(bytes, size)).toBe(TEXT);
      }),
      { numRuns: runs(20, 1_000) },
    );
  });

  it.each(Object.entries(ARCHIVES))('refuses %s, and says what it is', async (name, begins) => {
    const bytes = Buffer.from(begins);
    for (const packed of [bytes, gzipSync(bytes)])
      for (const size of [1, 64])
        await expect(read(packed, size)).rejects.toEqual(new PackedError(`it is packed with ${name}; unpack it first`));
  });

  it.each(['', 'P', 'PK', 'BZ', '('])('leaves %j, with which an archive might begin, as it is', async (text) => {
    expect(await read(Buffer.from(text), 1)).toBe(text);
  });

  it('does not unpack twice: there are files that unpack to themselves, without end', async () => {
    expect(await read(gzipSync(gzipSync(TEXT)), 64)).toBe(gzipSync(TEXT).toString('utf8'));
  });

  it('asks for no more than shows what it is', async () => {
    let asked = 0;
    async function* endless() {
      for (;;) {
        asked += 1;
        yield Buffer.from('P');
      }
    }
    for await (const bytes of plainBytes(endless())) {
      expect(Buffer.from(bytes).toString()).toBe('PP');
      break;
    }
    expect(asked).toBe(2);
  });
});

/** The text that comes of bytes in chunks of one size. As of a file, a chunk is overwritten by the next one. */
async function read(bytes: Uint8Array, size: number): Promise<string> {
  async function* chunks() {
    const chunk = Buffer.alloc(size);
    for (let at = 0; at < bytes.length; at += size) {
      const part = bytes.subarray(at, at + size);
      chunk.set(part);
      yield chunk.subarray(0, part.length);
    }
  }
  const plain: Buffer[] = [];
  for await (const chunk of plainBytes(chunks())) plain.push(Buffer.from(chunk));
  return Buffer.concat(plain).toString('utf8');
}
