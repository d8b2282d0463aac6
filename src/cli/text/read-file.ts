import { accessSync, closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { fileError } from '../usage-error.ts';
import { plainBytes } from './plain-bytes.ts';
import { keepShort, type ShortText } from './short-text.ts';
import type { Noticed, Sink } from './sink.ts';
import { untilBroken } from './until-broken.ts';

const CHUNK = 64 * 1024;
/** So often the process gets a turn, to move the spinner and to be interrupted. */
const TURN = 16 * 1024 * 1024;

/** How much of a file was read. */
export type Progress = (path: string, part: number) => void;

/** What is read into, and what was noticed of all files by then. */
interface Reading {
  readonly sink: Sink;
  readonly stop: AbortSignal;
  readonly report: Progress;
  readonly short: ShortText;
  readonly unread: string[];
}

/**
 * Reads files of any size, one after the other, in constant memory, or as much of them as was read when `stop` was aborted. What gzip
 * compressed and UTF-16 are read as the text that they hold. A file that cannot be opened is a UsageError, before anything is read; so is
 * one of which nothing can be read, and an archive. Of one that breaks off, what could be read counts.
 */
export async function readFiles(
  paths: readonly string[],
  sink: Sink,
  stop: AbortSignal,
  report: Progress,
): Promise<Noticed> {
  for (const path of paths) checkReadable(path);
  const reading = { sink, stop, report, short: keepShort(), unread: [] };
  for (const path of paths) {
    if (stop.aborted || !sink.isOpen()) break;
    const file = opened(path);
    try {
      sink.begin(path);
      await readAll(file, path, reading);
      await sink.end();
    } finally {
      closeSync(file);
    }
  }
  return noticed(reading);
}

/** Reads the file behind standard input, from where it stands, as `readFiles` reads one: without the waits of a stream. */
export async function readStdinFile(
  descriptor: number,
  sink: Sink,
  stop: AbortSignal,
  report: Progress,
): Promise<Noticed> {
  const reading = { sink, stop, report, short: keepShort(), unread: [] };
  sink.begin(null);
  await readAll(descriptor, 'standard input', reading);
  await sink.end();
  return noticed(reading);
}

function noticed({ short, unread }: Reading): Noticed {
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

function opened(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw fileError('read', path, error);
  }
}

async function readAll(file: number, name: string, reading: Reading): Promise<void> {
  const { sink, stop, report, short, unread } = reading;
  const { size } = fstatSync(file);
  let read = 0;
  const chunks = chunksOf(file, (length) => {
    read += length;
  });
  let done = 0;
  let turn = TURN;
  for await (const bytes of untilBroken(plainBytes(chunks), name, unread)) {
    short.push(bytes);
    await sink.push(bytes);
    done += bytes.length;
    if (!sink.isOpen()) break;
    if (done < turn) continue;
    turn += TURN;
    report(name, size > 0 ? Math.min(1, read / size) : 0);
    await sink.settle('flowing');
    await new Promise((resolve) => setImmediate(resolve));
    if (stop.aborted) break;
  }
}

/** The bytes of a file, from where it stands. A chunk is only there until the next one. */
async function* chunksOf(file: number, count: (length: number) => void): AsyncGenerator<Uint8Array> {
  const chunk = Buffer.allocUnsafe(CHUNK);
  for (let length = readSync(file, chunk); length > 0; length = readSync(file, chunk)) {
    count(length);
    yield chunk.subarray(0, length);
  }
}
