import { REMOVED } from '../../model/secrets/removed.ts';
import { shellQuote } from '../../model/shell-quote.ts';
import { isVisible } from '../escape/visible.ts';

/**
 * A command as it can be pasted into a shell. Undefined where an argument holds something that cannot be shown as it is, or a secret was
 * taken out of it: then words have to do.
 */
export function printCommand(argv: readonly string[]): string | undefined {
  return argv.every((word) => isVisible(word) && !word.includes(REMOVED)) ? argv.map(shellQuote).join(' ') : undefined;
}
