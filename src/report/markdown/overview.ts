import { escapeMarkdown } from '../escape/markdown.ts';
import type { Group } from '../groups.ts';
import type { Settings } from '../options.ts';
import { hiddenGroups, listedGroups, overviewRow, SCREEN, totalsWords } from '../words/overview.ts';

/** The groups of a text with several denials, a row each, with totals before them where they do not fit on a screen. */
export function overviewTable(groups: readonly Group[], settings: Settings): readonly string[] {
  const totals = groups.length > SCREEN ? totalsWords(groups) : [];
  const listed = listedGroups(groups, settings);
  const hidden = hiddenGroups(groups, settings);
  const rows = listed.map(overviewRow).map(({ count, actions, caller, resource, cause, owner }) => {
    const cells = [count, actions, caller, resource, cause, owner].map(escapeMarkdown);
    return `| ${cells.join(' | ')} |`;
  });
  return [
    ...totals.map((line) => `- ${escapeMarkdown(line)}`),
    ...(totals.length === 0 ? [] : ['']),
    '| | action | caller | resource | cause | who can change it |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    ...(hidden === '' ? [] : ['', hidden]),
  ];
}
