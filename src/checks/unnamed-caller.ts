import type { Case } from '../model/case.ts';
import { type Gap, notGiven } from '../model/gap.ts';

/** Who the caller is, where the error names nobody and the current identity stands in; undefined where the caller is named. */
export function unnamedCaller({ facts }: Case): Gap | undefined {
  if (facts.principalFrom !== 'current-identity') return undefined;
  return notGiven({ what: 'who the caller is: the error does not name one', option: '--caller' });
}
