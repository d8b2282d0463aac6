/**
 * Everything that a reader cannot see, or that moves or hides other text: control characters (escape sequences begin with one),
 * bidirectional and zero-width characters, line and paragraph separators, lone surrogates, code points that mean nothing.
 * https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
const HIDDEN = () => /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Most texts are of ASCII and our own marks only, and the sets above take a while to make. */
const PLAIN = /^[ -~›“”’×…–→·─✓✗]*$/;

let hidden: RegExp | undefined;

/**
 * What the runner of a CI job takes for a command to itself in whatever a step prints: `::add-mask::x` at the start of a line, which a
 * word becomes where lines are broken, `##vso[…]` and `##[…]` anywhere.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 * https://learn.microsoft.com/en-us/azure/devops/pipelines/scripts/logging-commands
 */
const RUNNER_COMMAND = /:(?=:[A-Za-z])(?<=(?<!\S):)|#(?=#\w*\[)/g;

/**
 * The text with whatever is hidden in it written out: `\n`, `\u202e`; and the first character of what a runner would obey. What is
 * left takes one line, and is what it looks like.
 */
export function visible(text: string): string {
  if (PLAIN.test(text)) return mayCommand(text) ? withoutCommands(text) : text;
  hidden ??= HIDDEN();
  return withoutCommands(text.replace(hidden, written));
}

/** Whether a plain text, whose only white space is the space, may hold a command: that takes less time than to look for the command itself. */
function mayCommand(text: string): boolean {
  return text.includes(' ::') || text.includes('#') || text.startsWith('::');
}

function withoutCommands(text: string): string {
  return text.replace(RUNNER_COMMAND, unicodeEscape);
}

/** True where nothing is hidden in a text, and nothing in it commands a runner. */
export function isVisible(text: string): boolean {
  return visible(text) === text;
}

function written(character: string): string {
  switch (character) {
    case '\n':
      return '\\n';
    case '\r':
      return '\\r';
    case '\t':
      return '\\t';
    default:
      return [...character].map(unicodeEscape).join('');
  }
}

/** `\u001b`, or a pair of them: also a valid escape in JSON. */
function unicodeEscape(character: string): string {
  let escaped = '';
  for (let index = 0; index < character.length; index += 1)
    escaped += `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  return escaped;
}
