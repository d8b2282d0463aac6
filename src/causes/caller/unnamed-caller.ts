import { shownCaller } from '../../evidence/shown-caller.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { type Gap, notGiven } from '../../model/gap.ts';

/** Who the caller is, where the error does not tell and the current identity stands in; undefined where the caller is named. */
export function unnamedCaller(denialCase: DenialCase): Gap | undefined {
  if (denialCase.facts.principalFrom !== 'current-identity') return undefined;
  const shown = shownCaller(denialCase);
  const why = shown === undefined ? 'the error does not name one' : `the error shows it ${shown.how}`;
  return notGiven({ what: `who the caller is: ${why}`, toPass: 'caller' });
}
