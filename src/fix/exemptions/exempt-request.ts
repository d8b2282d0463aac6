import type { Change } from '../../model/diagnosis.ts';
import type { AccessRequest } from '../../model/request.ts';
import { isUnnamed } from '../../model/unnamed-resource.ts';
import { getPointer } from '../../policy/pointer.ts';
import type { ListElement } from '../../policy/policy-document.ts';
import { actionFacts } from '../../reference/service-facts.ts';
import { type Exemption, oneMore, type StatementPlace } from './exemption.ts';

/**
 * Leaves the resource out of the Deny, else the action; undefined where the statement names both (then nothing narrower than the
 * principal can be left out). https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html
 */
export function exemptRequest(place: StatementPlace, { action, resource }: AccessRequest): Exemption | undefined {
  // Such an action is denied by NotResource whatever stands there.
  const isConcrete =
    resource !== null && !/[*?]/.test(resource) && !isUnnamed(resource) && actionFacts(action)?.wildcardOnly !== true;
  const { statement } = place;
  const actions = leaveOut(place, 'Action', statement.action, action);
  // A list of what stays possible is what such a statement is for.
  if (actions !== undefined && statement.action?.negated) return { what: action, changes: actions };
  const resources = isConcrete ? leaveOut(place, 'Resource', statement.resource, resource) : undefined;
  if (isConcrete && resources !== undefined) return { what: resource, changes: resources };
  return actions && { what: action, changes: actions };
}

/** One more entry under Not…, or Not… in the place of a bare `*`. */
function leaveOut(
  { policy, document, statement }: StatementPlace,
  name: 'Action' | 'Resource',
  element: ListElement | null,
  value: string,
): readonly Change[] | undefined {
  const at = (key: string) => `${statement.pointer}/${key}`;
  if (element === null || !element.complete) return undefined;
  const before = getPointer(document, at(element.negated ? `Not${name}` : name));
  if (element.negated) return [oneMore(policy, at(`Not${name}`), before, value)];
  if (element.entries.length !== 1 || element.entries[0]?.value !== '*') return undefined;
  return [
    { policy, pointer: at(name), before, after: null },
    { policy, pointer: at(`Not${name}`), before: null, after: value },
  ];
}
