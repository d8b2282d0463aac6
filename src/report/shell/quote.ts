import { shellQuote } from '../../model/shell-quote.ts';
import { isVisible } from '../escape/visible.ts';

/**
 * A command as it can be pasted into a shell. Undefined where an argument holds something that cannot be shown as it is:
 * then words have to do.
 */
export function printCommand(argv: readonly string[]): string | undefined {
  return argv.every(isVisible) ? argv.map(shellQuote).join(' ') : undefined;
}
