import { escapeText } from '../escape/text.ts';
import type { Group } from '../groups.ts';
import type { Settings } from '../options.ts';
import { count } from '../words/count.ts';
import { hiddenGroups, listedGroups, type OverviewRow, overviewRow, SCREEN, totalsWords } from '../words/overview.ts';
import { sentence, wrap } from './page.ts';

/** The groups of a text with several denials: one row each, with totals before them where they do not fit on a screen. */
export function overviewLines(groups: readonly Group[], settings: Settings): readonly string[] {
  const { palette } = settings;
  const heading =
    groups.length > SCREEN
      ? totalsWords(groups)
      : [`${count(sum(groups), 'denial')} in ${count(groups.length, 'group')} (same cause and principal)`];
  const hidden = hiddenGroups(groups, settings);
  const rows = listedGroups(groups, settings).map(overviewRow);
  const widest = Math.max(...rows.map((row) => row.count.length));
  return [
    ...heading.flatMap((line) => sentence(line, settings, '', palette.bold)),
    '',
    ...rows.flatMap((row, index) =>
      rowLines({ ...row, count: row.count.padEnd(Math.max(widest + 1, 4)) }, index + 1, settings),
    ),
    ...(hidden === '' ? [] : [hidden]),
  ];
}

function sum(groups: readonly Group[]): number {
  return groups.reduce((total, group) => total + group.count, 0);
}

/** On one line where it fits; else broken at its parts, moved in. */
function rowLines(row: OverviewRow, number: number, { width, palette }: Settings): readonly string[] {
  const parts = [row.actions, row.caller, row.resource, row.cause, row.owner]
    .filter((part) => part !== '')
    .map(escapeText);
  const start = `${String(number).padStart(2)}. ${row.count}`;
  const line = `${start}${parts.join('  ')}`;
  if (line.length <= width) return [line];
  const [first = '', ...rest] = parts;
  const below = ' '.repeat(start.length);
  return [
    `${start}${first}`,
    ...wrap(rest.join(' · '), width - start.length).map((words) => `${below}${palette.dim(words)}`),
  ];
}
