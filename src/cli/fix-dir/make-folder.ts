import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf, fileError, UsageError } from '../usage-error.ts';

/**
 * Makes a folder and those above it that are not there; a UsageError where that cannot be. One at a time: where a file system knows no
 * new folders (/proc), Node's recursive mkdir tries for ever.
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    // The parent is there: it is of a kind that takes no folders.
    if (codeOf(error) === 'ENOENT')
      throw new UsageError(`cannot write to ${folder}: no folder can be made in ${parent}`);
    throw fileError('write to', folder, error);
  }
}
