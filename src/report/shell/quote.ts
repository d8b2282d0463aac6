import { isVisible } from '../escape/visible.ts';

/** Nothing in here means anything to a POSIX shell. */
const PLAIN = /^[\w@%+:,./-][\w@%+=:,./-]*$/;

/** One argument for a POSIX shell. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02 */
function quote(argument: string): string {
  return PLAIN.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}

/**
 * A command as it can be pasted into a shell. Undefined where an argument holds something that cannot be shown as it is:
 * then words have to do.
 */
export function printCommand(argv: readonly string[]): string | undefined {
  return argv.every(isVisible) ? argv.map(quote).join(' ') : undefined;
}
