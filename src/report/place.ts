import type { Settings } from './options.ts';

/** Where a denial stands in the input. */
export interface Place {
  /** Its first and last line; null where that is the first occurrence's. */
  readonly lines: readonly [number, number] | null;
  /** The file of the first line, for annotations; null for an input that is none. */
  readonly file: string | null;
  /** The files of the first and the last line, where the input is several files. */
  readonly oneOf: readonly [string, string] | null;
}

/** The place of the diagnosis with this index. */
export function placeAt({ lines, file, files }: Settings, index: number): Place {
  const oneOf = files[index] ?? null;
  return { lines: lines[index] ?? null, file: oneOf?.[0] ?? file, oneOf };
}
