import { findHits } from './find-hits.ts';
import type { SearchBuffer } from './search-buffer.ts';

const NEWLINE = 10;

/** Creates a buffer that JavaScript searches, anywhere. */
export function createPlainBuffer(capacity: number): SearchBuffer {
  const bytes = Buffer.allocUnsafe(capacity);
  return {
    bytes,
    hits: (from, to, length) => findHits(bytes.subarray(0, length), from, to),
    lines(from, to) {
      let count = 0;
      for (let at = bytes.indexOf(NEWLINE, from); at >= 0 && at < to; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
      return count;
    },
  };
}
