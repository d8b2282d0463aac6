import type { Diagnosis } from '../../model/diagnosis.ts';
import { shortName } from '../../model/short-name.ts';
import { someOf } from '../../model/some-of.ts';
import { likelyLayer } from '../../requirements/likely-layer.ts';
import type { Group } from '../groups.ts';
import type { Settings } from '../options.ts';
import { count } from './count.ts';
import { subjectWords } from './outcome.ts';
import { callerNote } from './request.ts';
import { ownerWords } from './who.ts';

/** A row of the overview: what a reader decides by which report to read. */
export interface OverviewRow {
  readonly count: string;
  readonly actions: string;
  readonly caller: string;
  readonly resource: string;
  readonly cause: string;
  readonly owner: string;
}

/** One row for each group. */
export function overviewRow({ members, count: times, first }: Group): OverviewRow {
  const all = members.map(({ diagnosis }) => diagnosis);
  const [cause] = first.causes;
  return {
    count: `${times}×`,
    actions: someOf(distinct(all.map(subjectWords)), 4),
    caller: callerNote(first.request) || (first.denial?.caller ?? first.denial?.callerName ?? 'caller not named'),
    resource: someOf(distinct(all.flatMap(resourceOf)), 2),
    cause: cause === undefined ? layerOf(first) : `${isLikely(first) ? 'likely ' : ''}${cause.id}`,
    owner:
      cause?.fix == null
        ? ''
        : ownerWords(cause.fix.who, {
            account: cause.fix.account,
            resource: first.request.resource,
            layer: cause.layer,
            accounts: first.request.accounts,
          }),
  };
}

/** Rows that fit on a small screen beside their heading. */
export const SCREEN = 18;

/** The groups that the overview lists; with `--all`, each. */
export function listedGroups(groups: readonly Group[], { all }: Pick<Settings, 'all'>): readonly Group[] {
  return all ? groups : groups.slice(0, SCREEN);
}

/** How many more groups there are; empty for none. */
export function hiddenGroups(groups: readonly Group[], settings: Pick<Settings, 'all'>): string {
  const hidden = groups.length - listedGroups(groups, settings).length;
  return hidden > 0 ? `and ${count(hidden, 'more group')} (use --all)` : '';
}

/** Totals for a list that does not fit on a screen: the most frequent causes and principals first. */
export function totalsWords(groups: readonly Group[]): readonly string[] {
  const denials = groups.reduce((sum, group) => sum + group.count, 0);
  const rows = groups.map((group) => ({ row: overviewRow(group), times: group.count }));
  const by = (keyOf: (row: OverviewRow) => string) => {
    const totals = new Map<string, number>();
    for (const { row, times } of rows) totals.set(keyOf(row), (totals.get(keyOf(row)) ?? 0) + times);
    return [...totals].toSorted(([, left], [, right]) => right - left).map(([key, number]) => `${number}× ${key}`);
  };
  return [
    `${count(denials, 'denial')} in ${count(groups.length, 'group')}`,
    `by cause: ${someOf(
      by(({ cause }) => cause),
      5,
    )}`,
    `by principal: ${someOf(
      by(({ caller }) => caller),
      5,
    )}`,
  ];
}

function resourceOf({ request, denial }: Diagnosis): readonly string[] {
  const resource = request.resource ?? denial?.resource ?? null;
  return resource === null || resource === '*' ? [] : [shortName(resource)];
}

function isLikely({ causes: [first] }: Diagnosis): boolean {
  return first?.rung === 'likely' || first?.rung === 'unknown';
}

/** Without a cause, the layer that AWS names, or the most likely one. */
function layerOf({ denial, requirements }: Diagnosis): string {
  const named = denial?.reason?.layer ?? null;
  if (named !== null) return `AWS names: ${named}`;
  const likely = likelyLayer(requirements);
  return likely === null ? 'cause not found' : `likely: ${likely.layer}`;
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
