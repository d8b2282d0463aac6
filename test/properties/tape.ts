import fc from 'fast-check';

/**
 * Random choices off a tape of bytes: a world is built by asking it. One cheap array feeds even a large world, and shrinking works,
 * since zeros choose the first, simplest option.
 */
export class Tape {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** From 0 up to and including `most` (at most 255). */
  upTo(most: number): number {
    const byte = this.#bytes[this.#at] ?? 0;
    this.#at += 1;
    return byte % (most + 1);
  }

  /** The first option is the simplest one. */
  pick<T>(options: readonly [T, ...T[]]): T {
    return options[this.upTo(options.length - 1)] ?? options[0];
  }

  /** True that often; false is the simpler answer. */
  chance(percent: number): boolean {
    return this.upTo(99) >= 100 - percent;
  }

  /** That many of something. */
  several<T>(most: number, make: (index: number) => T): T[] {
    return Array.from({ length: this.upTo(most) }, (_, index) => make(index));
  }
}

/** A tape that can be played again, and is printed without the zeros at its end. */
export interface Recording {
  play(): Tape;
}

class Bytes implements Recording {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  play(): Tape {
    return new Tape(this.#bytes);
  }

  [fc.toStringMethod](): string {
    const end = this.#bytes.findLastIndex((byte) => byte !== 0) + 1;
    return `recordingOf(${this.#bytes.slice(0, end).join(', ')})`;
  }
}

/** The recording that a failing property printed. */
export function recordingOf(...bytes: readonly number[]): Recording {
  return new Bytes(Uint8Array.from(bytes));
}

/** Recordings that are long enough for a world. */
export const recordings: fc.Arbitrary<Recording> = fc
  .uint8Array({ minLength: 320, maxLength: 320, size: 'max' })
  .map((bytes) => new Bytes(bytes));
