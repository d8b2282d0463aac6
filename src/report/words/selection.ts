import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Group } from '../groups.ts';
import type { Settings } from '../options.ts';
import { count } from './count.ts';

/** What is said about an input without a denial. */
export const NO_DENIAL = 'No AWS access-denied error was found in the input.';

const FIRST = 5;

/** A denial that is reported in full. */
export interface Shown {
  readonly diagnosis: Diagnosis;
  /** Its place in the list of all diagnoses. */
  readonly index: number;
}

/** One denial of each of the first groups; every denial with `--all`. */
export function shownOf(groups: readonly Group[], { all }: Pick<Settings, 'all'>): readonly Shown[] {
  if (all) return groups.flatMap(({ members }) => members).toSorted((left, right) => left.index - right.index);
  return groups.slice(0, FIRST).flatMap(({ members: [first] }) => first ?? []);
}

/** The other members of the group of each, where they are not reported on their own. */
export function alikeOf(
  groups: readonly Group[],
  diagnosis: Diagnosis,
  { all }: Pick<Settings, 'all'>,
): readonly Diagnosis[] {
  if (all) return [];
  const group = groups.find(({ members: [first] }) => first?.diagnosis === diagnosis);
  return (group?.members.slice(1) ?? []).map((member) => member.diagnosis);
}

/** How many more there are; empty for none. */
export function moreWords(total: number, shown: number): string {
  return total > shown ? `${count(total - shown, 'more distinct denial')} not shown (use --all)` : '';
}
