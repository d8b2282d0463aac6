import { fstatSync, statSync, writeSync } from 'node:fs';
import { codeOf } from '../usage-error.ts';
import type { Output } from './output.ts';
import { failedWrite, isGone, writeToStream } from './write.ts';

const USUAL_COLUMNS = 80;

/**
 * A standard stream of the process. Node's own stream is opened where something needs it (a terminal, what is copied through): else
 * text goes straight to the file or pipe, since loading streams would take longer than many a report.
 */
export class ProcessOutput implements Output {
  readonly #descriptor: number;
  readonly #open: () => NodeJS.WriteStream;
  #stream: NodeJS.WriteStream | undefined;
  #isGone = false;

  /** @param open gives the process's own stream for the descriptor */
  constructor(descriptor: number, open: () => NodeJS.WriteStream) {
    this.#descriptor = descriptor;
    this.#open = open;
    if (!isPlain(descriptor)) this.#stream = this.stream;
  }

  get stream(): NodeJS.WriteStream {
    if (this.#stream === undefined) {
      this.#stream = this.#open();
      // A write that fails is reported to its caller; without a listener it would end the process as well.
      this.#stream.on('error', (error) => this.#noticeGone(error));
    }
    return this.#stream;
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  #noticeGone(error: unknown): void {
    if (isGone(error)) this.#isGone = true;
  }

  get isTerminal(): boolean {
    return this.#stream?.isTTY === true;
  }

  get columns(): number | undefined {
    const columns = this.#stream?.columns;
    // Terminals of CI systems and editors may report a width of 0, which is none.
    return columns === 0 ? USUAL_COLUMNS : columns;
  }

  get rows(): number | undefined {
    return this.#stream?.rows || undefined; // a terminal may report 0 for what it does not know
  }

  async write(text: string): Promise<void> {
    if (this.#stream !== undefined) return writeToStream(this.#stream, text);
    const rest = this.#writeNow(Buffer.from(text));
    if (rest.length > 0) await writeToStream(this.stream, rest);
  }

  /** Writes as much as is taken at once; what is left. A reader that is gone takes everything. */
  #writeNow(bytes: Buffer): Buffer {
    let rest = bytes;
    try {
      while (rest.length > 0) rest = rest.subarray(writeSync(this.#descriptor, rest));
      return rest;
    } catch (error) {
      this.#noticeGone(error);
      if (this.#isGone) return rest.subarray(rest.length);
      // A pipe that somebody made non-blocking, and that is full.
      if (codeOf(error) === 'EAGAIN') return rest;
      throw failedWrite(error);
    }
  }
}

/** True for what is certainly no terminal: a file, a pipe, a socket, the null device. */
function isPlain(descriptor: number): boolean {
  try {
    const stat = fstatSync(descriptor);
    return stat.isFile() || stat.isFIFO() || stat.isSocket() || stat.rdev === statSync('/dev/null').rdev;
  } catch {
    return false; // Node knows what to do with it
  }
}
