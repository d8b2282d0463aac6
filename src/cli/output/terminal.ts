/** What terminals are called that only print: https://man7.org/linux/man-pages/man5/terminfo.5.html */
const PRINTING: ReadonlySet<string> = new Set(['', 'dumb', 'unknown']);

/** True where the terminal can move its cursor and colour text, as TERM has it. Windows does not set it. */
export function movesCursor(env: Readonly<Record<string, string | undefined>>): boolean {
  const term = env['TERM'];
  return term === undefined ? process.platform === 'win32' : !PRINTING.has(term);
}
