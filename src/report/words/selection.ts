import type { Settings } from '../options.ts';
import { count } from './count.ts';

/** What is said about an input without a denial. */
export const NO_DENIAL = 'No AWS denial was found in the input.';

const FIRST = 5;

/** The denials that are told in full. */
export function shownOf<T>(list: readonly T[], { all }: Pick<Settings, 'all'>): readonly T[] {
  return all ? list : list.slice(0, FIRST);
}

/** How many more there are; empty for none. */
export function moreWords(total: number, { all, omitted }: Pick<Settings, 'all' | 'omitted'>): string {
  const hidden = all ? 0 : Math.max(0, total - FIRST);
  const sentences = [
    ...(hidden > 0 ? [`${count(hidden, 'more distinct denial')} (--all)`] : []),
    ...(omitted > 0
      ? [`${count(omitted, 'further denial')} did not fit and ${omitted === 1 ? 'was' : 'were'} not diagnosed`]
      : []),
  ];
  return sentences.join('; ');
}
