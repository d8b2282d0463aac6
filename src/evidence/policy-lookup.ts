import type { DenialCase, EvaluatedCase } from '../model/denial-case.ts';
import type { AttachedPolicy, LayerFact } from '../model/policy.ts';
import type { StatementFinding } from '../model/verdict.ts';
import { getPointer } from '../policy/pointer.ts';
import type { Located, LocatedPrincipal } from '../policy/policy-document.ts';
import { readPrincipal } from '../policy/read-principal.ts';
import { samePolicy } from '../policy/same-policy.ts';
import { locatedTexts } from '../policy/texts.ts';

/** The gathered fact of a layer; `trust` is what `resource` is called for a role. */
export function layerFact(denialCase: EvaluatedCase, layer: StatementFinding['layer']): LayerFact {
  return denialCase.facts.policies[layer === 'trust' ? 'resource' : layer];
}

/** The policies of a layer that were listed, whether their documents could be read or not. */
export function policiesOf(fact: LayerFact): readonly AttachedPolicy[] {
  return fact.status === 'known' ? fact.value.flatMap((level) => level.policies) : [];
}

/** The document that a statement is in; undefined where it is not among the facts. */
export function documentOf(denialCase: DenialCase, finding: Pick<StatementFinding, 'layer' | 'policy'>): unknown {
  const found = policyOf(denialCase, finding);
  return found?.document.status === 'known' ? found.document.value : undefined;
}

/** The policy that a statement is in, as it was gathered. */
export function policyOf(
  denialCase: DenialCase,
  finding: Pick<StatementFinding, 'layer' | 'policy'>,
): AttachedPolicy | undefined {
  return policiesOf(layerFact(denialCase, finding.layer)).find(({ ref }) => samePolicy(ref, finding.policy));
}

/** One text or a list of them at a pointer; what is neither text, number nor boolean is left out. */
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

/** Everybody whom a statement names under Principal. */
export function principalsOf(
  document: unknown,
  { pointer }: Pick<StatementFinding, 'pointer'>,
): readonly LocatedPrincipal[] {
  return readPrincipal(getPointer(document, `${pointer}/Principal`), undefined, pointer)?.entries ?? [];
}
