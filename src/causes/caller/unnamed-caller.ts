import type { Case } from '../../model/case.ts';
import { type Gap, notGiven } from '../../model/gap.ts';
import { shownCaller } from './shown-caller.ts';

/** Who the caller is, where the error does not tell and the current identity stands in; undefined where the caller is named. */
export function unnamedCaller(subject: Case): Gap | undefined {
  if (subject.facts.principalFrom !== 'current-identity') return undefined;
  const shown = shownCaller(subject);
  const why = shown === undefined ? 'the error does not name one' : `the error shows it ${shown.how}`;
  return notGiven({ what: `who the caller is: ${why}`, option: '--caller' });
}
