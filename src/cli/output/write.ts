import type { Writable } from 'node:stream';
import { codeOf, UsageError } from '../usage-error.ts';

/** The reader of the stream went away: there is nothing more to write to. */
const GONE = new Set(['EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END', 'ECONNRESET']);

/** Resolves once everything was handed over, or the reader is gone. Any other failure is a UsageError. */
export function writeToStream(stream: Writable, data: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    if (data.length === 0) return resolve();
    stream.write(data, (error) => {
      if (!error || isGone(error)) resolve();
      else reject(failedWrite(error));
    });
  });
}

/** What is told of a report that could not be written. */
export function failedWrite(error: unknown): UsageError {
  return new UsageError(`cannot write the report: ${codeOf(error) ?? String(error)}`);
}

/** True for the error of a pipe whose reader is gone. */
export function isGone(error: unknown): boolean {
  return GONE.has(codeOf(error) ?? '');
}
