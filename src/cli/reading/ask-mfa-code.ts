import { escapeText } from '../../report/escape/text.ts';
import type { Host } from '../host.ts';
import type { ProgressLine } from '../output/progress-line.ts';

/** Asks the person at the terminal for the code of an MFA device; undefined where there is nobody to ask. */
export function mfaPrompt(host: Host, progress: ProgressLine): ((serial: string) => Promise<string>) | undefined {
  if (!host.stdin.isTerminal || !host.stderr.isTerminal) return undefined;
  return async (serial) => {
    progress.clear();
    const { createInterface } = await import('node:readline/promises');
    const lines = createInterface({ input: host.stdin.stream, output: host.stderr.stream });
    try {
      return await lines.question(`MFA code for ${escapeText(serial)}: `);
    } finally {
      lines.close();
    }
  };
}
