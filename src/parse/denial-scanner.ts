import { type CollectedDenial, DenialCollection } from './denial-collection.ts';
import { createWindowReader } from './scan/window-reader.ts';

/** Most distinct denials that are kept; more are only counted. */
const MOST_DISTINCT = 2_000;

/** What a stream held; of each denial its lines as they were, up to 4 KiB. `omitted`: further denials that did not fit any more, and were not told apart. */
export interface ScanResult {
  readonly denials: readonly CollectedDenial[];
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
  const found = new DenialCollection(MOST_DISTINCT);
  const reader = createWindowReader((denial, text) => found.add(denial, text));
  return {
    push: (chunk) => reader.push(chunk),
    end() {
      reader.end();
      return found.end();
    },
  };
}
