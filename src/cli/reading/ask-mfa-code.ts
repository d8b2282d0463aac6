import { once } from 'node:events';
import { escapeText } from '../../report/escape/text.ts';
import type { Host } from '../host.ts';
import type { ProgressLine } from '../output/progress-line.ts';

/** The terminal of this process, whatever its standard streams are. https://man7.org/linux/man-pages/man4/tty.4.html */
const [INPUT, OUTPUT] =
  process.platform === 'win32' ? (['\\\\.\\CONIN$', '\\\\.\\CONOUT$'] as const) : (['/dev/tty', '/dev/tty'] as const);

/**
 * Asks the person at the terminal for the code of an MFA device, though standard input may be a pipe; undefined where there is nobody to
 * ask: without a terminal, or where none of our streams is shown on it.
 */
export async function mfaPrompt(
  host: Host,
  progress: ProgressLine,
): Promise<((serial: string) => Promise<string>) | undefined> {
  const { stdin, stdout, stderr } = host;
  if (!stdin.isTerminal && !stdout.isTerminal && !stderr.isTerminal) return undefined;
  const { openSync, closeSync } = await import('node:fs');
  try {
    closeSync(openSync(INPUT, 'r+'));
  } catch {
    return undefined;
  }
  return async (serial) => {
    progress.clear();
    const [{ ReadStream, WriteStream }, { createInterface }] = await Promise.all([
      import('node:tty'),
      import('node:readline/promises'),
    ]);
    const [input, output] = [new ReadStream(openSync(INPUT, 'r')), new WriteStream(openSync(OUTPUT, 'r+'))];
    // The terminal itself edits the line, so that Ctrl-C stays the signal that it is.
    const lines = createInterface({ input, output, terminal: false });
    try {
      const answer = lines.question(`MFA code for ${escapeText(serial)}: `);
      return await Promise.race([answer, once(lines, 'close').then(() => '')]);
    } finally {
      lines.close();
      input.destroy();
      output.destroy();
    }
  };
}
