import { escapeText } from '../../report/escape/text.ts';
import type { Host } from '../host.ts';

/** A line on standard error that tells what goes on; gone without a trace once it is cleared. */
export interface ProgressLine {
  show(text: string): void;
  clear(): void;
}

const SILENT: ProgressLine = { show: () => {}, clear: () => {} };

/** Nothing moves unless standard error is a terminal. */
export function progressLine({ stderr, env }: Host, quiet: boolean): ProgressLine {
  if (quiet || !stderr.isTerminal || env['TERM'] === 'dumb' || (env['CI'] ?? '') !== '') return SILENT;
  return spinner(stderr.stream);
}

/** The spinner is loaded when there is something to show. */
function spinner(stream: Host['stderr']['stream']): ProgressLine {
  let wanted: string | null = null;
  let shown: { text: string; stop(): unknown } | undefined;
  let loading = false;
  const load = async () => {
    loading = true;
    const { default: ora } = await import('ora');
    // Standard input is left alone: it may hold the text, or a code that is asked for.
    if (wanted !== null)
      shown = ora({ text: wanted, stream: stream as NodeJS.WriteStream, discardStdin: false }).start(); // a terminal is one
    loading = false;
  };
  return {
    show(text) {
      wanted = escapeText(text);
      if (shown !== undefined) shown.text = wanted;
      else if (!loading) void load();
    },
    clear() {
      wanted = null;
      shown?.stop();
      shown = undefined;
    },
  };
}
