/** Bytes, and how to search them for needles. */
export interface SearchBuffer {
  readonly bytes: Buffer;
  /** Where needles are in the first `length` bytes: for each a position inside it, from `from` up to `to`, in order. */
  readonly hits: (from: number, to: number, length: number) => number[];
  /** How many line breaks there are from `from` up to `to`. */
  readonly lines: (from: number, to: number) => number;
}

/** Creates a buffer for so many bytes. */
export type CreateBuffer = (capacity: number) => SearchBuffer;
