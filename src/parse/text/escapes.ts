/**
 * Undoes backslash escapes of JSON, logfmt and source code, however often they were applied: `\"`, `\\\"`, `\\n\\t`, `\u001b`. A run of
 * backslashes counts as one, because each level of JSON doubles it; five levels are enough. Markdown's `\_`, `\*` and `\-` are undone
 * as well. A backslash before anything else stays, as in a Windows path.
 */
export function undoEscapes(line: string): string {
  if (!line.includes('\\')) return line;
  return line
    .replace(/\\{1,4}$/, '')
    .replace(
      /\\{1,32}(?:u([0-9a-fA-F]{4})|x1[bB]|0?33(?=\[)|([nrt"'`/_*.()-]))/g,
      (_, hex?: string, letter?: string) => {
        if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
        if (letter === undefined) return '\u001b';
        return LETTERS[letter] ?? letter;
      },
    );
}

const LETTERS: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: '\t' };
