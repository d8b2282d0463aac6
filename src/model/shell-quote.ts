/** Nothing in here means anything to a POSIX shell; zsh looks up a command for a word that begins with `=`. */
const PLAIN = /^(?!=)[\w@%+=:,./-]+$/;

/** A word with single quotes that is the same between double ones, and easier to read there: nothing in it means anything to a shell. */
const IN_DOUBLE_QUOTES = /^[\w@%+=:,./?[\]()<>|&*{};#~ '-]+$/;

/** A word as a shell reads it back. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02 */
export function shellQuote(word: string): string {
  if (PLAIN.test(word)) return word;
  return word.includes("'") && IN_DOUBLE_QUOTES.test(word) ? `"${word}"` : `'${word.replaceAll("'", "'\\''")}'`;
}
