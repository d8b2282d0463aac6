import {
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf, fileError, UsageError } from './usage-error.ts';

/** A file to write, whole. */
interface NewFile {
  readonly path: string;
  readonly content: string;
  /** Default: for its owner only, to read and to write. */
  readonly mode?: number;
}

/** Policies and names of an organization are confidential: only the user may read the files. */
const OWNER_ONLY = 0o600;

/**
 * Writes files so that each appears whole, or not at all: all are written under other names in their folders first, and then renamed. What
 * stood there before stays until then; a symbolic link is never followed. A UsageError where one cannot be written: then none was.
 */
export function writeFiles(files: readonly NewFile[]): void {
  const staged: { readonly from: string; readonly to: string }[] = [];
  try {
    for (const file of files) {
      const there = statOf(file.path);
      if (there?.isSymbolicLink() === true) throw new UsageError(`cannot write ${file.path}: it is a symbolic link`);
      if (there === undefined || there.isFile()) staged.push({ from: stage(file), to: file.path });
      else writeThrough(file);
    }
    for (const { from, to } of staged) attempt(to, () => renameSync(from, to));
  } catch (error) {
    for (const { from } of staged) rmSync(from, { force: true });
    throw error;
  }
}

function statOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

/** Writes a file beside where it belongs; its name. */
function stage({ path, content, mode = OWNER_ONLY }: NewFile): string {
  const beside = join(dirname(path), `.denytrace-${crypto.randomUUID()}`);
  return attempt(path, () => {
    const file = openSync(beside, 'wx', mode);
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    } finally {
      closeSync(file);
    }
    return beside;
  });
}

/** A device or a pipe is written to, never replaced. */
function writeThrough({ path, content }: NewFile): void {
  attempt(path, () => {
    const file = openSync(path, constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      writeFileSync(file, content);
    } finally {
      closeSync(file);
    }
  });
}

function attempt<T>(path: string, writing: () => T): T {
  try {
    return writing();
  } catch (error) {
    throw codeOf(error) === undefined ? error : fileError('write', path, error);
  }
}
