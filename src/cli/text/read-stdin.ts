import { once } from 'node:events';
import type { Host } from '../host.ts';
import { isGone } from '../output/write.ts';
import { fileError } from '../usage-error.ts';
import { watchLines } from './cut-line.ts';
import { withPauses } from './pauses.ts';
import { keepShort } from './short-text.ts';
import type { Noticed, Sink } from './sink.ts';

/** Reads standard input to its end, or until a signal ends the reading, in constant memory. */
export async function readStdin({ stdin, interrupts }: Host, sink: Sink): Promise<Noticed> {
  const short = keepShort();
  sink.begin(null);
  const lines = stdin.isTerminal ? watchLines() : undefined;
  for await (const chunk of withPauses(chunks(stdin.stream, interrupts.signal))) {
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
  return { isCut: lines?.isCut() === true, ...(text === undefined ? {} : { short: text }) };
}

/**
 * The same, and copies every byte to standard output as it comes, as fast as that takes it. No signal ends the copying: whatever writes to
 * us may have something to say when it is stopped.
 */
export async function teeStdin({ stdin, stdout }: Host, sink: Sink): Promise<Noticed> {
  let isOpen = true;
  sink.begin(null);
  stdout.stream.on('error', (error) => {
    if (isGone(error)) isOpen = false;
  });
  for await (const chunk of chunks(stdin.stream)) {
    await sink.push(chunk);
    if (!isOpen) break;
    if (!stdout.stream.write(chunk)) await drained(stdout.stream);
  }
  await sink.end();
  return {};
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
    if (stop?.aborted !== true) throw fileError('read', 'standard input', error);
  } finally {
    stop?.removeEventListener('abort', end);
  }
}
