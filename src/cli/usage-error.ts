/** Wrong usage, or an input that cannot be read: exit code 2. The message is one sentence that says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A sentence from an error of the file system: `cannot read x.json: no such file`. */
export function fileError(doing: string, path: string, error: unknown): UsageError {
  const why = codeOf(error) === 'ENOENT' ? missing(doing, path) : reasonOf(error);
  return new UsageError(`cannot ${doing} ${path}: ${why}`);
}

/** What is not there: a command without a path was looked for in PATH. */
function missing(doing: string, path: string): string {
  if (doing.startsWith('write')) return 'there is no such folder';
  return `there is no such ${doing === 'run' && !/[\\/]/.test(path) ? 'command' : 'file'}`;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'it is larger than a file may be',
  EROFS: 'the file system is read-only',
  EMFILE: 'too many open files',
};

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  if (code !== undefined) return REASONS[code] ?? code;
  return error instanceof Error ? error.message : String(error);
}

/** The code of an error of Node's, such as ENOENT. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
