import { statSync } from 'node:fs';
import type { Flags, Request } from '../command-line/flags.ts';

/** A text, or the options with the files that hold it. */
export interface TextOrFile {
  readonly text: string | null;
  readonly flags: Flags;
  /** What was meant if the text holds no denial: some of its words are names of files. */
  readonly missing: string | null;
}

/**
 * A text that is one argument may be the name of a file, or `-` for standard input; one of several arguments may be the names of files, as
 * a shell writes them for `*.log`, all of them or those behind the first, which --file took. Then they are taken as those of --file.
 */
export function namedFile({ text, words, flags }: Extract<Request, { command: 'diagnose' }>): TextOrFile {
  if (text === null) return { text, flags, missing: null };
  // --tee reads standard input anyway.
  if (text === '-' && flags.file.length === 0)
    return { text: null, flags: flags.tee === true ? flags : { ...flags, file: [text] }, missing: null };
  const isNone = words.find((word) => !isFile(word));
  if (isNone === undefined) return { text: null, flags: { ...flags, file: [...flags.file, ...words] }, missing: null };
  const one = words.find(isFile);
  const missing = `no AWS denial was found in this text; ${one} is a file, but there is no file ${isNone}`;
  return { text, flags, missing: one === undefined ? null : missing };
}

/** True for what can be read, be it a pipe such as `<(command)` makes. */
function isFile(path: string): boolean {
  try {
    return !statSync(path).isDirectory();
  } catch {
    return false; // no name of a file, or none that there is
  }
}
