import { visible } from './visible.ts';

/** What begins markup, HTML, a link, a mention or a table cell anywhere in a line; and at its start, a heading, a list or a rule. */
const SPECIAL = /[\\`*_[\]<>|~&@$#!{}]|:\/\/|www\.|^[\s=+-]|^\d+(?=[.)])/g;

/** Words with values of others in them, as nothing but words: no markup, no HTML, no link, no mention, no end of a table cell. */
export function escapeMarkdown(text: string): string {
  return visible(text).replace(SPECIAL, (match) =>
    [...match].map((character) => `&#${character.codePointAt(0)};`).join(''),
  );
}

/** A value as code inside a line; also in a table cell. */
export function codeSpan(value: string): string {
  // HTML, since a code span of Markdown cannot hold a bar in a table, nor just any number of backticks.
  return `<code>${escapeMarkdown(value)}</code>`;
}

/** Words as a link; as nothing but words where there is no page. The URL is one of ours: no value from outside is in it unescaped. */
export function linkTo(url: string | null, words: string): string {
  return url === null ? escapeMarkdown(words) : `[${escapeMarkdown(words)}](${url})`;
}

/** A block of code; its fence is longer than any run of backticks in it. */
export function codeBlock(lines: readonly string[], language = ''): readonly string[] {
  const content = lines.map(visible);
  const longest = Math.max(2, ...content.map((line) => longestRun(line)));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...content, fence];
}

function longestRun(line: string): number {
  return Math.max(0, ...Array.from(line.matchAll(/`+/g), ([run]) => run.length));
}
