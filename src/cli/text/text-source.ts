import type { Incident } from '../../gather/snapshot/format.ts';
import { removeSecrets } from '../../model/secrets/remove-secrets.ts';
import type { Flags } from '../command-line/flags.ts';
import type { Host } from '../host.ts';
import type { ProgressLine } from '../output/progress-line.ts';
import { UsageError } from '../usage-error.ts';
import { type FoundText, findInText } from './found-text.ts';
import { scanFile } from './scan-file.ts';
import { scanStdin, teeStdin } from './scan-stdin.ts';

/** Where the text is from. Standard input is only opened where nothing else gives the text. */
export type TextSource =
  | { readonly from: 'arguments'; readonly text: string }
  | { readonly from: 'file'; readonly path: string }
  | { readonly from: 'incident'; readonly incident: Incident }
  | { readonly from: 'stdin'; readonly copy: boolean };

/** Arguments, else --file, else a snapshot's incident, else standard input. */
export function textSource(text: string | null, { file, tee }: Flags, incident: Incident | null): TextSource {
  if (tee === true) {
    if (text !== null) throw new UsageError('--tee copies standard input: it cannot be used with a text');
    return { from: 'stdin', copy: true };
  }
  if (text !== null && file !== undefined)
    throw new UsageError(
      `--file ${file} cannot be used with a text, and ${shortened(text)} behind it is one: give one file, or pipe several into denytrace`,
    );
  if (text !== null) return { from: 'arguments', text };
  if (file === '-') return { from: 'stdin', copy: false };
  if (file !== undefined) return { from: 'file', path: file };
  return incident === null ? { from: 'stdin', copy: false } : { from: 'incident', incident };
}

/** The beginning of a text, for a sentence about it. */
function shortened(text: string): string {
  const shown = removeSecrets(text);
  return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
}

/** Finds the denials. */
export async function findDenials(source: TextSource, host: Host, progress: ProgressLine): Promise<FoundText> {
  switch (source.from) {
    case 'arguments':
      return findInText(source.text);
    case 'incident':
      return findInText(source.incident.text);
    case 'file':
      return scanFile(source.path, host.interrupts.signal, (part) =>
        progress.show(`scanning ${source.path}, ${Math.floor(part * 100)} %`),
      );
    case 'stdin': {
      if (source.copy) return host.interrupts.holdOff('noted', () => teeStdin(host));
      if (host.stdin.isTerminal)
        await host.stderr.write('Paste the error text, then press Ctrl-D on a line of its own:\n');
      return scanStdin(host);
    }
  }
}
