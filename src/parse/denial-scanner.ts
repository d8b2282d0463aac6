import type { Denial } from '../model/denial.ts';
import { distinctKey, fullerOf } from './distinct-denials.ts';
import { createWindowReader } from './scan/window-reader.ts';

/** Most distinct denials that are kept; more are only counted. */
const MOST_DISTINCT = 2_000;

/** A distinct denial of a stream. Lines are from 1; `text` holds its lines as they were, up to 4 KiB. */
interface ScannedDenial {
  readonly denial: Denial;
  readonly count: number;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly text: string;
}

/** What a stream held. `omitted`: further denials that did not fit any more, and were not told apart. */
export interface ScanResult {
  readonly denials: readonly ScannedDenial[];
  readonly omitted: number;
}

/** Reads a log of any size, piece by piece, in constant memory. */
export interface DenialScanner {
  /** Takes the next bytes, cut anywhere. They are copied. */
  push(chunk: Uint8Array): void;
  /** To be called once, behind the last bytes. The distinct denials in order of first appearance. */
  end(): ScanResult;
}

/**
 * A scanner for logs. What is small is read as a whole, just as parseDenials does; a stream that is not is searched for a few
 * literals, and only the lines around them are parsed. Work grows with the length of the stream, whatever it holds.
 */
export function createDenialScanner(): DenialScanner {
  const found = new Map<string, ScannedDenial>();
  let omitted = 0;
  const reader = createWindowReader((denial, text) => {
    const key = distinctKey(denial);
    const [first, last] = denial.lines;
    const before = found.get(key);
    if (before) {
      const fuller = fullerOf(before.denial, denial) === denial ? { denial, text } : {};
      found.set(key, { ...before, ...fuller, count: before.count + 1, lastLine: Math.max(before.lastLine, last) });
    } else if (found.size < MOST_DISTINCT) found.set(key, { denial, count: 1, firstLine: first, lastLine: last, text });
    else omitted += 1;
  });
  return {
    push: (chunk) => reader.push(chunk),
    end() {
      reader.end();
      return { denials: [...found.values()], omitted };
    },
  };
}
