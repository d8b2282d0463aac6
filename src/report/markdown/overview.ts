import { escapeMarkdown } from '../escape/markdown.ts';
import type { Group } from '../groups.ts';
import { overviewRow } from '../words/overview.ts';

/** The groups of a text with several denials, a row each. */
export function overviewTable(groups: readonly Group[]): readonly string[] {
  const rows = groups.map(overviewRow).map(({ count, actions, caller, resource, cause, owner }) => {
    const cells = [count, actions, caller, resource, cause, owner].map(escapeMarkdown);
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| | action | caller | resource | cause | who can change it |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ];
}
