import { escapeMarkdown } from '../escape/markdown.ts';

/** Something to unfold. Its content needs blank lines around it to be read as Markdown; one is enough between its parts. */
export function details(title: string, content: readonly string[]): readonly string[] {
  const lines = ['', ...content, ''].filter((line, index, all) => line !== '' || all[index - 1] !== '');
  return [`<details><summary>${escapeMarkdown(title)}</summary>`, ...lines, '</details>'];
}
