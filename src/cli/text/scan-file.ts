import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { createDenialScanner } from '../../parse/denial-scanner.ts';
import { fileError } from '../usage-error.ts';
import { type FoundText, foundText, keepShort } from './found-text.ts';

const CHUNK = 64 * 1024;
/** So often the process gets a turn, to move the spinner and to be interrupted. */
const TURN = 16 * 1024 * 1024;

/** Scans a file of any size in constant memory, or as much of it as was read when `stop` was aborted. `report` hears of the progress, from 0 to 1. */
export async function scanFile(path: string, stop: AbortSignal, report: (part: number) => void): Promise<FoundText> {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const { size } = fstatSync(file);
    const scanner = createDenialScanner();
    const short = keepShort();
    const chunk = Buffer.allocUnsafe(CHUNK);
    let done = 0;
    let turn = TURN;
    for (let length = readSync(file, chunk); length > 0; length = readSync(file, chunk)) {
      scanner.push(chunk.subarray(0, length));
      short.push(chunk.subarray(0, length));
      done += length;
      if (done < turn) continue;
      turn += TURN;
      report(size > 0 ? Math.min(1, done / size) : 0);
      await new Promise((resolve) => setImmediate(resolve));
      if (stop.aborted) break;
    }
    return foundText(scanner.end(), short.text());
  } catch (error) {
    throw fileError('read', path, error);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
