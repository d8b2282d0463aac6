import type { Case } from '../model/case.ts';
import type { AttachedPolicy, LayerFact, PolicyRef } from '../model/policy.ts';
import type { StatementFinding } from '../model/verdict.ts';

/** A text of a policy document and the RFC 6901 pointer to it. */
export interface Located {
  readonly value: string;
  readonly pointer: string;
}

/** A principal of a statement; `kind` is the key it stands under, `*` for the bare wildcard. */
export interface LocatedPrincipal extends Located {
  readonly kind: string;
}

/** The gathered fact of a layer; `trust` is what `resource` is called for a role. */
export function layerFact(subject: Case, layer: StatementFinding['layer']): LayerFact {
  return subject.facts.policies[layer === 'trust' ? 'resource' : layer];
}

/** The policies of a layer that were listed, whether their documents could be read or not. */
export function policiesOf(fact: LayerFact): readonly AttachedPolicy[] {
  return fact.status === 'known' ? fact.value.flatMap((tier) => tier.policies) : [];
}

/** The document that a statement is in; undefined where it is not among the facts. */
export function documentOf(subject: Case, finding: Pick<StatementFinding, 'layer' | 'policy'>): unknown {
  const found = policyOf(subject, finding);
  return found?.document.status === 'known' ? found.document.value : undefined;
}

/** The policy that a statement is in, as it was gathered. */
export function policyOf(
  subject: Case,
  finding: Pick<StatementFinding, 'layer' | 'policy'>,
): AttachedPolicy | undefined {
  return policiesOf(layerFact(subject, finding.layer)).find(({ ref }) => isSame(ref, finding.policy));
}

function isSame(left: PolicyRef, right: PolicyRef): boolean {
  return (
    left === right ||
    (left.name === right.name &&
      left.arn === right.arn &&
      left.attachedTo === right.attachedTo &&
      left.kind === right.kind)
  );
}

/** What stands at a pointer; undefined where it leads nowhere. */
export function valueAt(document: unknown, pointer: string): unknown {
  let at: unknown = document;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[key]; // an object or a list, and both are read by key
  }
  return at;
}

/** The key as a part of a pointer. */
export function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** One text or a list of them at a pointer; numbers and booleans as JSON writes them, anything else is left out. */
export function textsAt(document: unknown, pointer: string): readonly Located[] {
  const value = valueAt(document, pointer);
  if (Array.isArray(value)) {
    return value.flatMap((each: unknown, index) => {
      const text = textOf(each);
      return text === undefined ? [] : [{ value: text, pointer: `${pointer}/${index}` }];
    });
  }
  const text = textOf(value);
  return text === undefined ? [] : [{ value: text, pointer }];
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
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
  statement: Pick<StatementFinding, 'pointer'>,
): readonly LocatedPrincipal[] {
  const pointer = `${statement.pointer}/Principal`;
  const value = valueAt(document, pointer);
  if (value === '*') return [{ kind: '*', value: '*', pointer }];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.keys(value).flatMap((kind) =>
    textsAt(document, `${pointer}/${escapeKey(kind)}`).map((text) => ({ ...text, kind })),
  );
}
