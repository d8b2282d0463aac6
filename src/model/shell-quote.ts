/** Nothing in here means anything to a POSIX shell; zsh looks up a command for a word that begins with `=`. */
const PLAIN = /^(?!=)[\w@%+=:,./-]+$/;

/** A word as a shell reads it back. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02 */
export function shellQuote(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
