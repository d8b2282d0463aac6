import type { DenialCase } from '../model/denial-case.ts';
import { distinctGaps, type Gap, notGiven } from '../model/gap.ts';
import type { Verdict } from '../model/verdict.ts';
import { hidesDeny } from './aws-words/hidden-deny.ts';
import { layersOf, layerVerdict } from './blockers/verdict-layers.ts';
import { unnamedCaller } from './shown-caller.ts';

/** What could still change the answer: the gaps of all layers, each once. None where nothing was evaluated. */
export function openGaps(verdict: Verdict | null): readonly Gap[] {
  if (verdict === null) return [];
  return distinctGaps(layersOf(verdict).flatMap((layer) => layerVerdict(verdict, layer).gaps));
}

/**
 * What is not seen of an evaluated request: those gaps, who the caller is where the current identity is taken for it, and a Deny that AWS
 * says there is and that was not found.
 */
export function unseenGaps(denialCase: DenialCase): readonly Gap[] {
  const caller = unnamedCaller(denialCase);
  return [
    ...(caller === undefined ? [] : [caller]),
    ...(hidesDeny(denialCase) ? [HIDDEN_DENY] : []),
    ...openGaps(denialCase.verdict),
  ];
}

const HIDDEN_DENY = notGiven({ what: 'the statement that denies it, as AWS says', toPass: null, who: 'account-admin' });
