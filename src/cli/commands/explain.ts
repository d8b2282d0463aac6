import type { Request } from '../command-line/flags.ts';
import { EXIT } from '../exit-code.ts';
import { findCauses } from '../explain/find-causes.ts';
import { printExplanation } from '../explain/print-explanation.ts';
import { printList } from '../explain/print-list.ts';
import type { Host } from '../host.ts';
import { colorsFor } from '../output/colors.ts';

const WIDEST = 100;

/** Prints what a cause means; the causes in which words are found; or the list of all causes. */
export async function explainCommand(
  { cause, flags }: Extract<Request, { command: 'explain' }>,
  host: Host,
): Promise<number> {
  const { stdout } = host;
  const palette = await colorsFor(stdout, host, flags.color);
  const found = await findCauses(cause);
  const text =
    found.kind === 'one'
      ? printExplanation(found.cause, Math.min(stdout.columns ?? 80, WIDEST), palette)
      : printList(found.causes, stdout.columns && Math.min(stdout.columns, WIDEST), palette);
  await stdout.write(text);
  return EXIT.fine;
}
