import { once } from '../../model/once.ts';
import { visible } from './visible.ts';

/**
 * All but letters, digits and what means nothing to Mermaid, nor to the Markdown and the HTML that its labels are read as: a hyphen only
 * inside a word.
 */
const special = once(() => /[^\p{L}\p{N} ,/✓✗?–…-]|(?<![\p{L}\p{N}])-/gu);

/**
 * Words inside a label in double quotes. Mermaid replaces `#58;` by the character with that number after it has read the label.
 * https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters
 */
export function escapeMermaid(text: string): string {
  return visible(text)
    .trim()
    .replace(/ +/g, ' ')
    .replace(special(), (character) => `#${character.codePointAt(0)};`);
}
