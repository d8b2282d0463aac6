import type { Writable } from 'node:stream';
import { codeOf, UsageError } from '../usage-error.ts';

/** The reader went away: there is nobody left to tell. */
const GONE = new Set(['EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END', 'ECONNRESET']);

/** Resolves once everything was handed over, or the reader is gone. Any other failure is a UsageError. */
export function write(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (text === '') return resolve();
    stream.write(text, (error) => {
      if (!error || isGone(error)) resolve();
      else reject(new UsageError(`cannot write the report: ${codeOf(error) ?? error.message}`));
    });
  });
}

/** True for the error of a pipe whose reader is gone. */
export function isGone(error: unknown): boolean {
  return GONE.has(codeOf(error) ?? '');
}
