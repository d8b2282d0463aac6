import type { Writable } from 'node:stream';

/** Where to write to, which may be a terminal. */
export interface Output {
  /** For what writes by itself, or byte by byte. */
  readonly stream: Writable;
  /** Resolves once everything was handed over, or the reader is gone. Any other failure is a UsageError. */
  readonly write: (text: string) => Promise<void>;
  /** True once the reader is known to be gone: nothing that is written arrives any more. */
  readonly isGone: boolean;
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined where it is none. */
  readonly columns: number | undefined;
  /** Rows of the terminal; undefined where it is none, or does not say. */
  readonly rows: number | undefined;
}
