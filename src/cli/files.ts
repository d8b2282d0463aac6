import { readFileSync } from 'node:fs';
import { fileError, UsageError } from './usage-error.ts';

/** The whole of a small file as text. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw fileError('read', path, error);
  }
}

/** A file of JSON. */
export function readJson(path: string): unknown {
  const text = readText(path);
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    throw new UsageError(`cannot read ${path}: it is not valid JSON`);
  }
}
