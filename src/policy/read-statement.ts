import type { ListElement, Located, PolicyStatement, UnsupportedPart } from './policy-document.ts';
import { readConditions } from './read-conditions.ts';
import { readPrincipal } from './read-principal.ts';
import { locatedTexts } from './texts.ts';

/** Elements of a statement. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
const ELEMENTS = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);

/** Reads a statement. Returns an unsupported part for a value that is no statement with the Effect Allow or Deny. */
export function readStatement(value: unknown, index: number, pointer: string): PolicyStatement | UnsupportedPart {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { what: 'a statement that is not an object', pointer };
  const element = (name: string): unknown => (Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined);
  // Effect is case-sensitive: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html
  const effect = element('Effect');
  if (effect !== 'Allow' && effect !== 'Deny') return { what: 'a statement without the Effect Allow or Deny', pointer };
  const sid = element('Sid');
  const conditions = readConditions(element('Condition'), `${pointer}/Condition`);
  return {
    index,
    pointer,
    sid: typeof sid === 'string' && sid !== '' ? sid : null,
    effect,
    action: listElement(element, 'Action', pointer),
    resource: listElement(element, 'Resource', pointer),
    principal: readPrincipal(element('Principal'), element('NotPrincipal'), pointer),
    conditions: conditions.pairs,
    unsupportedParts: [
      ...unknownElements(value, pointer),
      ...bothForms(element, pointer),
      ...conditions.unsupportedParts,
    ],
  };
}

function listElement(
  element: (name: string) => unknown,
  name: 'Action' | 'Resource',
  pointer: string,
): ListElement | null {
  const negated = element(name) === undefined;
  const key = negated ? `Not${name}` : name;
  const value = element(key);
  if (value === undefined) return null;
  const { texts, complete }: { texts: readonly Located[]; complete: boolean } = locatedTexts(
    value,
    `${pointer}/${key}`,
  );
  return { negated, entries: texts, complete };
}

function unknownElements(statement: object, pointer: string): readonly UnsupportedPart[] {
  return Object.keys(statement)
    .filter((name) => !ELEMENTS.has(name))
    .map((name) => ({ what: `the element ${name}, which policies do not have`, pointer }));
}

function bothForms(element: (name: string) => unknown, pointer: string): readonly UnsupportedPart[] {
  return ['Action', 'Resource', 'Principal']
    .filter((name) => element(name) !== undefined && element(`Not${name}`) !== undefined)
    .map((name) => ({ what: `both ${name} and Not${name}`, pointer }));
}
