import { isRuledOut } from '../../evidence/aws-words/is-ruled-out.ts';
import { namedReason } from '../../evidence/aws-words/stated-reason.ts';
import { layerVerdict } from '../../evidence/blockers/verdict-layers.ts';
import { layerFact } from '../../evidence/policy-lookup.ts';
import { LAYER_NOUNS } from '../../evidence/words.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Layer } from '../../model/layer.ts';
import { shortName } from '../../model/short-name.ts';

/** How a layer that AWS names looks from here, where nothing in it blocks; empty where nothing could be decided at all. */
export function whatWasSeen(layer: Layer, denialCase: DenialCase): string {
  if (denialCase.verdict === null) return '';
  const found = layerVerdict(denialCase.verdict, layer);
  if (found.status === 'unreadable') {
    const arn = namedReason(denialCase)?.policyArn ?? null;
    if (canOnlyBePassed(layer, denialCase)) return 'no API shows which one it is';
    return `the ${arn === null ? LAYER_NOUNS[layer] : `policy ${shortName(arn)}`} could not be read here`;
  }
  if (isRuledOut(layer, denialCase))
    return `by the rules that denytrace knows, the ${LAYER_NOUNS[layer]} do not count for this request: AWS says that they do`;
  if (found.status === 'absent')
    return 'as read now there is none: it was changed since, or the call was made with other credentials';
  return found.allow === 'yes' && found.deny === 'no'
    ? 'as read now it would allow it: it was changed since, the change has not reached every place yet, or the request was another one'
    : isUnread(layer, denialCase)
      ? `nothing of the ${LAYER_NOUNS[layer]} could be read here`
      : 'what could be read of it does not show the statement';
}

/** No API shows a session policy: there is nothing to read, only somebody who can pass it. */
function canOnlyBePassed(layer: Layer, denialCase: DenialCase): boolean {
  const fact = layerFact(denialCase, layer);
  return layer === 'session' && fact.status === 'unreadable' && fact.gap.kind === 'not-given';
}

/** Not one of its policies has a document. */
function isUnread(layer: Layer, denialCase: DenialCase): boolean {
  const fact = layerFact(denialCase, layer);
  const policies = fact.status === 'known' ? fact.value.flatMap((level) => level.policies) : [];
  return policies.length > 0 && policies.every(({ document }) => document.status !== 'known');
}
