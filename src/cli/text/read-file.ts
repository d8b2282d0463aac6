import { accessSync, closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { codeOf, fileError } from '../usage-error.ts';
import { gunzipped, isGzip } from './gunzip.ts';
import { keepShort } from './short-text.ts';
import type { Noticed, Sink } from './sink.ts';

const CHUNK = 64 * 1024;
/** So often the process gets a turn, to move the spinner and to be interrupted. */
const TURN = 16 * 1024 * 1024;

/** How much of a file was read. */
export type Progress = (path: string, part: number) => void;

/**
 * Reads files of any size, one after the other, in constant memory, or as much of them as was read when `stop` was aborted. What gzip
 * compressed is read as it was before. A file that cannot be opened is a UsageError, before anything is read; so is one of which
 * nothing can be read. Of one that breaks off, what could be read counts.
 */
export async function readFiles(
  paths: readonly string[],
  sink: Sink,
  stop: AbortSignal,
  report: Progress,
): Promise<Noticed> {
  for (const path of paths) checkReadable(path);
  const unread: string[] = [];
  const short = keepShort();
  for (const path of paths) {
    if (stop.aborted || !sink.isOpen()) break;
    sink.begin(path);
    const brokenOff = await readFile(path, sink, short.push, stop, report);
    if (brokenOff !== null) unread.push(brokenOff);
    await sink.end();
  }
  const text = short.text();
  return { unread, ...(text === undefined ? {} : { short: text }) };
}

function checkReadable(path: string): void {
  try {
    accessSync(path, constants.R_OK);
  } catch (error) {
    throw fileError('read', path, error);
  }
}

/** Why the rest could not be read; null where all was. */
async function readFile(
  path: string,
  sink: Sink,
  also: (chunk: Uint8Array) => void,
  stop: AbortSignal,
  report: Progress,
): Promise<string | null> {
  let done = 0;
  try {
    let turn = TURN;
    for await (const { bytes, part } of chunksOf(path)) {
      also(bytes);
      await sink.push(bytes);
      done += bytes.length;
      if (!sink.isOpen()) break;
      if (done < turn) continue;
      turn += TURN;
      report(path, part());
      await sink.settle('flowing');
      await new Promise((resolve) => setImmediate(resolve));
      if (stop.aborted) break;
    }
    return null;
  } catch (error) {
    if (done === 0 || codeOf(error) === undefined) throw fileError('read', path, error);
    return `cannot read the rest of ${path}: ${codeOf(error)}`;
  }
}

/** Some bytes of a file, and how much of it was read by then, from 0 to 1. The bytes are only there until the next ones. */
interface FileChunk {
  readonly bytes: Uint8Array;
  readonly part: () => number;
}

async function* chunksOf(path: string): AsyncGenerator<FileChunk> {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    let done = 0;
    const part = () => (size > 0 ? Math.min(1, done / size) : 0);
    const chunk = Buffer.allocUnsafe(CHUNK);
    const next = () => {
      const length = readSync(file, chunk);
      done += length;
      return chunk.subarray(0, length);
    };
    let bytes = next();
    if (isGzip(bytes)) {
      for await (const plain of gunzipped(bytes, next)) yield { bytes: plain, part };
      return;
    }
    for (; bytes.length > 0; bytes = next()) yield { bytes, part };
  } finally {
    closeSync(file);
  }
}
