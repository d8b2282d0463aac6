import { DenialCollection } from './denial-collection.ts';
import type { CollectedDenial } from './repeated-answers.ts';
import { createWindowReader } from './scan/window-reader.ts';

/** The distinct denials found in a stream, each with its lines as they were (up to 4 KiB). */
export interface ScanResult {
  readonly denials: readonly CollectedDenial[];
}

/** Reads a log of any size, piece by piece, in memory that grows with its distinct denials only. */
export interface DenialScanner {
  /** Adds the next bytes, which may be cut anywhere. They are copied. */
  push(chunk: Uint8Array): void;
  /** Call once, after the last bytes. The distinct denials in order of first appearance. */
  end(): ScanResult;
}

/**
 * Creates a scanner for logs. A small log is parsed as a whole, as parseDenials does. A large one is searched for the needles of the
 * message shapes, and only the lines around the hits are parsed. The work is linear in the length of the stream, whatever is in it.
 */
export function createDenialScanner(): DenialScanner {
  const found = new DenialCollection();
  const reader = createWindowReader((denial, text) => found.add(denial, text));
  return {
    push: (chunk) => reader.push(chunk),
    end() {
      reader.end();
      return { denials: found.end() };
    },
  };
}
