import { compareActions } from '../../evidence/near-miss/compare-actions.ts';
import { nearestText } from '../../evidence/near-miss/difference.ts';
import { documentOf, elementTexts } from '../../evidence/policy-lookup.ts';
import { listWords } from '../../evidence/value-words.ts';
import type { Layer } from '../../model/layer.ts';
import type { BlockerCause } from '../cause.ts';
import { denyFinding, denyingStatement } from './deny-finding.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html */
export function notActionDeny<const L extends Layer>(layer: L): BlockerCause & { readonly id: `${L}.not-action-deny` } {
  return {
    kind: 'explicit-deny',
    id: `${layer}.not-action-deny`,
    explain(blocker, denialCase) {
      const statement = denyingStatement(blocker);
      if (statement === undefined || denialCase.request === null) return undefined;
      const texts = elementTexts(documentOf(denialCase, statement), statement, 'NotAction');
      if (texts.length === 0) return undefined;
      const { action } = denialCase.request;
      const near = nearestText(texts, action, compareActions);
      const almost = near === undefined ? '' : `; ${near.text.value} is almost it: ${near.difference.words}`;
      return denyFinding(statement, blocker, denialCase, {
        words: `everything but ${listWords(texts.map(({ value }) => value))}, hence ${action} as well${almost}`,
        pointer: near?.text.pointer ?? `${statement.pointer}/NotAction`,
      });
    },
  };
}
