import { compareArns } from '../../evidence/near-miss/compare-arns.ts';
import { nearestText } from '../../evidence/near-miss/difference.ts';
import { documentOf, elementTexts } from '../../evidence/policy-lookup.ts';
import { listWords } from '../../evidence/value-words.ts';
import type { Layer } from '../../model/layer.ts';
import type { BlockerCause } from '../cause.ts';
import { denyFinding, denyingStatement } from './deny-finding.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html */
export function notResourceDeny<const L extends Layer>(
  layer: L,
): BlockerCause & { readonly id: `${L}.not-resource-deny` } {
  return {
    kind: 'explicit-deny',
    id: `${layer}.not-resource-deny`,
    explain(blocker, denialCase) {
      const statement = denyingStatement(blocker);
      const { action = '', resource = null } = denialCase.request ?? {};
      if (statement === undefined || resource === null) return undefined;
      const texts = elementTexts(documentOf(denialCase, statement), statement, 'NotResource');
      if (texts.length === 0) return undefined;
      const near = nearestText(texts, resource, compareArns);
      const almost = near === undefined ? '' : `; ${near.text.value} is almost it: ${near.difference.words}`;
      return denyFinding(statement, blocker, denialCase, {
        words: `${action} on everything but ${listWords(texts.map(({ value }) => value))}, hence on ${resource} as well${almost}`,
        pointer: near?.text.pointer ?? `${statement.pointer}/NotResource`,
      });
    },
  };
}
