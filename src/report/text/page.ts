import { escapeText } from '../escape/text.ts';
import type { Settings } from '../options.ts';

/** Colours a whole line, after it was escaped and wrapped. */
export type Style = (text: string) => string;

const plain: Style = (text) => text;

/**
 * Words as lines no wider than the page; a single word (an ARN, a path) is never broken, so that it can be copied.
 * The first line begins with `first`, the others with as many spaces. Whatever is hidden in the text is written out.
 */
export function sentence(words: string, settings: Settings, first = '', style: Style = plain): readonly string[] {
  const rest = ' '.repeat(first.length);
  return wrap(escapeText(words), settings.width - first.length).map(
    (line, index) => `${index === 0 ? first : rest}${style(line)}`,
  );
}

/** Breaks at spaces only. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line === '') line = word;
    else if (line.length + 1 + word.length <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** Moves lines to the right. */
export function indent(lines: readonly string[], by: number): readonly string[] {
  return lines.map((line) => (line === '' ? line : `${' '.repeat(by)}${line}`));
}

/** The settings for what is printed further to the right. */
export function narrower(settings: Settings, by: number): Settings {
  return { ...settings, width: settings.width - by };
}
