import type { Layer } from '../../model/layer.ts';
import type { BlockageCheck } from '../cause.ts';
import { LAYER_SUBJECTS } from '../condition-topics/topic.ts';
import { compareActions } from '../../evidence/near-miss/compare-actions.ts';
import { listWords } from '../../evidence/near-miss/condition-words.ts';
import { nearestText } from '../../evidence/near-miss/nearest-text.ts';
import { documentOf, elementTexts } from '../../evidence/policy-lookup.ts';
import { denyFinding, denyingStatement } from './deny-finding.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html */
export function notActionDeny<const L extends Layer>(
  layer: L,
): BlockageCheck & { readonly id: `${L}.not-action-deny` } {
  return {
    on: 'blockage',
    layer,
    kind: 'explicit-deny',
    id: `${layer}.not-action-deny`,
    doc: {
      what: `${LAYER_SUBJECTS[layer]} denies all actions but those that it lists (Deny with NotAction), and this one is not listed.`,
      why: 'Such a list has to name all that stays possible; what is forgotten, or written with a typing error, is denied, in services too that nobody thought of.',
      fix: 'The owner of the policy exempts the caller, or adds the action to NotAction: what is left out of a Deny is not allowed by that, another statement still has to allow it.',
    },
    explain(blockage, subject) {
      const statement = denyingStatement(blockage);
      if (statement === undefined || subject.request === null) return undefined;
      const texts = elementTexts(documentOf(subject, statement), statement, 'NotAction');
      if (texts.length === 0) return undefined;
      const { action } = subject.request;
      const near = nearestText(texts, action, compareActions);
      const almost = near === undefined ? '' : `; ${near.text.value} is almost it: ${near.difference.words}`;
      return denyFinding(statement, blockage, subject, {
        words: `everything but ${listWords(texts.map(({ value }) => value))}, hence ${action} as well${almost}`,
        pointer: near?.text.pointer ?? `${statement.pointer}/NotAction`,
      });
    },
  };
}
