import { once } from 'node:events';
import type { Host } from '../host.ts';
import { isGone } from '../output/write.ts';
import { watchLines } from './cut-line.ts';
import { withPauses } from './pauses.ts';
import { plainBytes } from './plain-bytes.ts';
import { keepShort } from './short-text.ts';
import type { Noticed, Sink } from './sink.ts';
import { untilBroken } from './until-broken.ts';

const NAME = 'standard input';

/**
 * Reads standard input to its end, or until a signal ends the reading, in constant memory. What gzip compressed and UTF-16 are read as the
 * text that they hold. Where nothing can be read, it is a UsageError, and so is an archive; of what breaks off, what could be read counts.
 */
export async function readStdin({ stdin, interrupts }: Host, sink: Sink): Promise<Noticed> {
  const short = keepShort();
  const unread: string[] = [];
  sink.begin(null);
  const lines = stdin.isTerminal ? watchLines() : undefined;
  const plain = untilStopped(plainBytes(chunks(stdin.stream, interrupts.signal)), interrupts.signal);
  for await (const chunk of withPauses(untilBroken(plain, NAME, unread))) {
    if (typeof chunk === 'string') await sink.settle(chunk);
    else {
      await sink.push(chunk);
      short.push(chunk);
      lines?.push(chunk);
    }
    if (!sink.isOpen()) break;
  }
  await sink.end();
  const text = short.text();
  return { isCut: lines?.isCut() === true, unread, ...(text === undefined ? {} : { short: text }) };
}

/**
 * The same, and copies every byte to standard output as it comes, as fast as that takes it. No signal ends the copying: whatever writes to
 * us may have something to say when it is stopped.
 */
export async function teeStdin({ stdin, stdout }: Host, sink: Sink): Promise<Noticed> {
  const unread: string[] = [];
  sink.begin(null);
  const copying = copied(chunks(stdin.stream), stdout.stream);
  try {
    const plain = plainBytes({ [Symbol.asyncIterator]: () => ({ next: () => copying.next() }) });
    for await (const chunk of untilBroken(plain, NAME, unread)) await sink.push(chunk);
  } finally {
    // What comes after the last that could be read is copied as well.
    for await (const _ of copying);
  }
  await sink.end();
  return { unread };
}

/** Passes the chunks on, each after it was written; ends early once the reader of the output is gone. */
async function* copied(
  chunks: AsyncIterable<Uint8Array>,
  stream: Host['stdout']['stream'],
): AsyncGenerator<Uint8Array> {
  let isOpen = true;
  stream.on('error', (error) => {
    if (isGone(error)) isOpen = false;
  });
  for await (const chunk of chunks) {
    if (!stream.write(chunk)) await drained(stream);
    yield chunk;
    if (!isOpen) break;
  }
}

/** Resolves when the stream takes more, or will never again. */
async function drained(stream: Host['stdout']['stream']): Promise<void> {
  if (stream.destroyed || !stream.writableNeedDrain) return;
  const settled = new AbortController();
  const events = ['drain', 'close', 'error'].map((event) => once(stream, event, { signal: settled.signal }));
  await Promise.race(events).catch(() => {});
  settled.abort();
  await Promise.allSettled(events);
}

async function* chunks(stream: Host['stdin']['stream'], stop?: AbortSignal): AsyncGenerator<Uint8Array> {
  const end = () => stream.destroy();
  stop?.addEventListener('abort', end, { once: true });
  try {
    for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  } catch (error) {
    if (stop?.aborted !== true) throw error;
  } finally {
    stop?.removeEventListener('abort', end);
  }
}

/** The chunks until a signal ends the reading: that the end of what gzip compressed is missing then is no error. */
async function* untilStopped(chunks: AsyncIterable<Uint8Array>, stop: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    if (!stop.aborted) throw error;
  }
}
