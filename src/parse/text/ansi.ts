/**
 * Removes terminal control sequences: colours, cursor movement, hyperlinks; as real escapes, in the notations that logs
 * print them in (`#033[31m`, `ESC[0K`, `^[[1m`), and bare (`[31m`) where a paste lost the escape character.
 * https://www.ecma-international.org/publications-and-standards/standards/ecma-48/
 */
export function stripAnsi(line: string): string {
  // Most lines have no bracket, and the expression below need not be compiled for them.
  if (!['[', '\u001b', '\u009b'].some((sign) => line.includes(sign))) return line;
  if (!/[\u001b\u009b]|\[\d{0,3}[;\dm]|#033\[|ESC\[|\^\[\[|\[0?K/.test(line)) return line;
  return (
    line
      .replace(/\u001b\][^\u0007\u001b]{0,2000}(?:\u0007|\u001b\\)/g, '')
      .replace(/(?:\u001b\[|\u009b|#033\[|ESC\[|\^\[\[)[0-?]{0,30}[ -/]{0,5}[@-~]/g, '')
      // `[m` is no sequence where it begins a word in brackets.
      .replace(/\[(?:\d{1,3}(?:;\d{1,3}){0,8}m|m(?![\w.,-]{1,80}\])|0?K)/g, '')
      .replace(/\u001b/g, '')
  );
}
