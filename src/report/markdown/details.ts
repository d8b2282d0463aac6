import { escapeMarkdown } from '../escape/markdown.ts';

/** Something to unfold. Its content needs blank lines around it to be read as Markdown. */
export function details(title: string, content: readonly string[]): readonly string[] {
  return [`<details><summary>${escapeMarkdown(title)}</summary>`, '', ...content, '', '</details>'];
}
