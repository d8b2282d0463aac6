import type { Incident } from '../../gather/snapshot/format.ts';
import { removeSecrets } from '../../model/secrets/remove-secrets.ts';
import type { Flags } from '../command-line/flags.ts';
import type { Host } from '../host.ts';
import type { ProgressLine } from '../output/progress-line.ts';
import { UsageError } from '../usage-error.ts';
import { readFiles, readStdinFile } from './read-file.ts';
import { readStdin, teeStdin } from './read-stdin.ts';
import { SHORT } from './short-text.ts';
import type { Noticed, Sink } from './sink.ts';

/** Where the text is from. Standard input is only opened where nothing else gives the text. */
export type TextSource =
  | { readonly from: 'arguments'; readonly text: string }
  | { readonly from: 'files'; readonly paths: readonly string[] }
  | { readonly from: 'incident'; readonly incident: Incident }
  | { readonly from: 'stdin'; readonly copy: boolean };

/** Arguments, else --file, else a snapshot's incident, else standard input. */
export function textSource(text: string | null, { file, tee }: Flags, incident: Incident | null): TextSource {
  if (tee === true) {
    if (text !== null) throw new UsageError('--tee copies standard input: it cannot be used with a text');
    return { from: 'stdin', copy: true };
  }
  if (text !== null && file.length > 0)
    throw new UsageError(
      `--file ${file.join(' --file ')} cannot be used with a text, and ${shortened(text)} is one: there is no file of that name`,
    );
  if (text !== null) return { from: 'arguments', text };
  if (file.length === 1 && file[0] === '-') return { from: 'stdin', copy: false };
  if (file.includes('-')) throw new UsageError('--file - is standard input, and cannot be used with further files');
  if (file.length > 0) return { from: 'files', paths: file };
  return incident === null ? { from: 'stdin', copy: false } : { from: 'incident', incident };
}

/** The beginning of a text, for a sentence about it. */
function shortened(text: string): string {
  const shown = removeSecrets(text);
  return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
}

/** Reads all of the text into the sink. */
export async function readSource(source: TextSource, host: Host, progress: ProgressLine, sink: Sink): Promise<Noticed> {
  const report = (path: string, part: number) => progress.show(`scanning ${path}, ${Math.floor(part * 100)} %`);
  switch (source.from) {
    case 'arguments':
      return readText(source.text, sink);
    case 'incident':
      return readText(source.incident.text, sink);
    case 'files':
      return readFiles(source.paths, sink, host.interrupts.signal, report);
    case 'stdin': {
      if (source.copy) return host.interrupts.holdOff('noted', () => teeStdin(host, sink));
      const { file } = host.stdin;
      if (file !== null) return readStdinFile(file, sink, host.interrupts.signal, report);
      if (host.stdin.isTerminal)
        await host.stderr.write('Paste the error text, then press Ctrl-D on a line of its own:\n');
      return readStdin(host, sink);
    }
  }
}

async function readText(text: string, sink: Sink): Promise<Noticed> {
  sink.begin(null);
  await sink.push(Buffer.from(text));
  await sink.end();
  return text.length > SHORT ? {} : { short: text };
}
