import { escapeText } from '../../report/escape/text.ts';
import type { Host } from '../host.ts';
import { movesCursor } from './terminal.ts';

/** A line on standard error that says what is being done; clearing it leaves no trace. */
export interface ProgressLine {
  show(text: string): void;
  clear(): void;
}

const SILENT: ProgressLine = { show: () => {}, clear: () => {} };

/** Nothing moves unless standard error is a terminal on which the cursor can be moved. */
export function progressLine({ stderr, env }: Pick<Host, 'stderr' | 'env'>, quiet: boolean): ProgressLine {
  if (quiet || !stderr.isTerminal || !movesCursor(env) || (env['CI'] ?? '') !== '') return SILENT;
  return spinner(stderr.stream as NodeJS.WriteStream); // a terminal is one
}

/** In less than this, what moves would fill the terminal line by line. */
const NARROWEST = 20;

/** The spinner is loaded when there is something to show. It divides by the width: nothing moves while that is not known. */
function spinner(stream: NodeJS.WriteStream): ProgressLine {
  let wanted: string | null = null;
  let shown: { text: string; stop(): unknown } | undefined;
  let loading = false;
  const load = async () => {
    loading = true;
    const { default: ora } = await import('ora');
    // Standard input is left alone: it may hold the text, or a code that is asked for.
    if (wanted !== null && fits()) shown = ora({ text: wanted, stream, discardStdin: false }).start();
    loading = false;
  };
  const fits = () => stream.columns >= NARROWEST;
  const stop = () => {
    shown?.stop();
    shown = undefined;
  };
  stream.on('resize', () => {
    if (!fits()) stop();
  });
  return {
    show(text) {
      wanted = escapeText(text);
      if (shown !== undefined) shown.text = wanted;
      else if (!loading && fits()) void load();
    },
    clear() {
      wanted = null;
      stop();
    },
  };
}
