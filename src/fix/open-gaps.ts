import { unnamedCaller } from '../evidence/shown-caller.ts';
import type { DenialCase } from '../model/denial-case.ts';
import { distinctGaps, type Gap } from '../model/gap.ts';
import type { Verdict } from '../model/verdict.ts';
import { PARTS } from './find-policy.ts';

/** What could still turn the answer: the gaps of all layers, each once. */
export function openGaps(verdict: Verdict | null): readonly Gap[] {
  if (verdict === null) return [];
  return distinctGaps(PARTS.flatMap((part) => verdict.layers[part].gaps));
}

/** What is unseen of a decided request: those gaps, and who the caller is where another one stands in. */
export function unseenGaps(denialCase: DenialCase): readonly Gap[] {
  const caller = unnamedCaller(denialCase);
  return [...(caller === undefined ? [] : [caller]), ...openGaps(denialCase.verdict)];
}
