import type { Layer } from '../../model/layer.ts';
import type { BlockageCheck } from '../cause.ts';
import { LAYER_SUBJECTS } from '../condition-topics/topic.ts';
import { compareArns } from '../../evidence/near-miss/compare-arns.ts';
import { listWords } from '../../evidence/near-miss/condition-words.ts';
import { nearestText } from '../../evidence/near-miss/nearest-text.ts';
import { documentOf, elementTexts } from '../../evidence/policy-lookup.ts';
import { denyFinding, denyingStatement } from './deny-finding.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html */
export function notResourceDeny<const L extends Layer>(
  layer: L,
): BlockageCheck & { readonly id: `${L}.not-resource-deny` } {
  return {
    on: 'blockage',
    layer,
    kind: 'explicit-deny',
    id: `${layer}.not-resource-deny`,
    doc: {
      what: `${LAYER_SUBJECTS[layer]} denies the action on all resources but those that it lists (Deny with NotResource), and this one is not listed.`,
      why: 'A resource was added later, its ARN has another region, account or path, or the list names a bucket without its objects. Actions that know no single resources are denied as well.',
      fix: 'The owner of the policy exempts the caller, or adds the resource to NotResource; another statement still has to allow the request.',
    },
    explain(blockage, subject) {
      const statement = denyingStatement(blockage);
      const { action = '', resource = null } = subject.request ?? {};
      if (statement === undefined || resource === null) return undefined;
      const texts = elementTexts(documentOf(subject, statement), statement, 'NotResource');
      if (texts.length === 0) return undefined;
      const near = nearestText(texts, resource, compareArns);
      const almost = near === undefined ? '' : `; ${near.text.value} is almost it: ${near.difference.words}`;
      return denyFinding(statement, blockage, subject, {
        words: `${action} on everything but ${listWords(texts.map(({ value }) => value))}, hence on ${resource} as well${almost}`,
        pointer: near?.text.pointer ?? `${statement.pointer}/NotResource`,
      });
    },
  };
}
