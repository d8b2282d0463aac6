import { statSync } from 'node:fs';
import type { Flags, Request } from '../command-line/flags.ts';

/** A text, or the options with the file that holds it. */
export interface TextOrFile {
  readonly text: string | null;
  readonly flags: Flags;
}

/** A text that is one argument may be the name of a file, or `-` for standard input: then it is taken as that of --file. */
export function namedFile({ text, isOneArgument, flags }: Extract<Request, { command: 'diagnose' }>): TextOrFile {
  if (text === null || !isOneArgument || flags.file !== undefined) return { text, flags };
  // --tee reads standard input anyway.
  if (text === '-') return { text: null, flags: flags.tee === true ? flags : { ...flags, file: text } };
  return isFile(text) ? { text: null, flags: { ...flags, file: text } } : { text, flags };
}

/** True for what can be read, be it a pipe such as `<(command)` makes. */
function isFile(path: string): boolean {
  try {
    return !statSync(path).isDirectory();
  } catch {
    return false; // no name of a file, or none that there is
  }
}
