import type { DenialCase, EvaluatedCase } from '../model/denial-case.ts';
import type { AttachedPolicy, LayerFact } from '../model/policy.ts';
import type { StatementFinding } from '../model/verdict.ts';
import { getPointer } from '../policy/pointer.ts';
import type { Located, LocatedPrincipal } from '../policy/policy-document.ts';
import { readPrincipal } from '../policy/read-principal.ts';
import { samePolicy } from '../policy/same-policy.ts';
import { locatedTexts } from '../policy/texts.ts';

/** The gathered policies of a layer; for a role the resource policy is called `trust`. */
export function layerFact(denialCase: EvaluatedCase, layer: StatementFinding['layer']): LayerFact {
  return denialCase.facts.policies[layer === 'trust' ? 'resource' : layer];
}

/** The policies that a layer lists, even those whose documents could not be read. */
export function policiesOf(fact: LayerFact): readonly AttachedPolicy[] {
  return fact.status === 'known' ? fact.value.flatMap((level) => level.policies) : [];
}

/** The document that contains a statement; undefined if it is not among the facts. */
export function documentOf(denialCase: DenialCase, finding: Pick<StatementFinding, 'layer' | 'policy'>): unknown {
  const found = policyOf(denialCase, finding);
  return found?.document.status === 'known' ? found.document.value : undefined;
}

/** The gathered policy that contains a statement. */
export function policyOf(
  denialCase: DenialCase,
  finding: Pick<StatementFinding, 'layer' | 'policy'>,
): AttachedPolicy | undefined {
  return policiesOf(layerFact(denialCase, finding.layer)).find(({ ref }) => samePolicy(ref, finding.policy));
}

/** The text, or the list of texts, at a pointer; values other than texts, numbers and booleans are left out. */
export function textsAt(document: unknown, pointer: string): readonly Located[] {
  return locatedTexts(getPointer(document, pointer), pointer).texts;
}

/** The values of an element of a statement. */
export function elementTexts(
  document: unknown,
  statement: Pick<StatementFinding, 'pointer'>,
  element: 'Action' | 'NotAction' | 'Resource' | 'NotResource',
): readonly Located[] {
  return textsAt(document, `${statement.pointer}/${element}`);
}

/** All principals that a statement names under Principal. */
export function principalsOf(
  document: unknown,
  { pointer }: Pick<StatementFinding, 'pointer'>,
): readonly LocatedPrincipal[] {
  return readPrincipal(getPointer(document, `${pointer}/Principal`), undefined, pointer)?.entries ?? [];
}
