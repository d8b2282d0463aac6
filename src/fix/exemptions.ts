import { policyWords, statementWords } from '../evidence/words.ts';
import { isPermissionSet, permissionSetPattern } from '../model/aws-names.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Change } from '../model/diagnosis.ts';
import type { PolicyRef } from '../model/policy.ts';
import type { Remedy } from '../model/remedy.ts';
import type { AccessRequest } from '../model/request.ts';
import { isUnnamed } from '../model/unnamed-resource.ts';
import { getPointer } from '../policy/pointer.ts';
import type { ConditionPair, ListElement, PolicyStatement } from '../policy/policy-document.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { actionFacts } from '../reference/service-facts.ts';
import { findPolicy } from './apply-changes.ts';
import { valueWords } from './change-words.ts';
import { type Draft, oneMore } from './draft.ts';

/** What is exempted, in words, and the changes that do it. */
interface Exemption {
  readonly what: string;
  readonly changes: readonly Change[];
}

/** A statement in the document that it is part of. */
interface StatementPlace {
  readonly policy: PolicyRef;
  readonly document: unknown;
  readonly statement: PolicyStatement;
}

/**
 * The narrowest exemption from an explicit deny, for the owner of the policy: in a policy that is the caller's alone this one request is
 * exempted, in any other this one principal. All other requests stay denied. Undefined where no exemption is known to be safe.
 */
export function draftExemption(remedy: Extract<Remedy, { kind: 'exempt' }>, denialCase: DenialCase): Draft | undefined {
  const { policy, who } = remedy;
  const found = findPolicy(denialCase.facts.policies, policy);
  if (found?.document.status !== 'known' || denialCase.request === null) return undefined;
  const document = found.document.value;
  const statement = readPolicy(document).statements.find(({ index }) => index === remedy.statement);
  // The unsupported part may be what makes the statement match, so the effect of a change is not known.
  if (statement === undefined || statement.unsupportedParts.length > 0) return undefined;
  const place = { policy, document, statement };
  const exemption =
    (isCallersOwn(policy) ? exemptRequest(place, denialCase.request) : undefined) ?? exemptPrincipal(place, denialCase);
  if (exemption === undefined) return undefined;
  const { what, changes } = exemption;
  const summary = `exempt ${valueWords(what)} from ${statementWords(statement)} of ${policyWords(policy)}`;
  return { who, summary, changes, request: null, commands: [] };
}

/** True for a policy that no one else has: an inline policy of a user or role, a session policy. */
function isCallersOwn({ kind, attachedTo }: PolicyRef): boolean {
  return kind === 'session' || (kind === 'inline' && /^arn:[^:]*:iam::[^:]*:(user|role)\//.test(attachedTo ?? ''));
}

/** A principal as a negated condition exempts it. The others stay denied, and so do requests that lack the key. */
interface ExemptedCaller {
  readonly what: string;
  readonly key: string;
  readonly values: readonly string[];
  /** The operator to use where the statement has no fitting condition. */
  readonly operator: 'ArnNotEquals' | 'ArnNotLike' | 'StringNotEquals';
  /** Operators whose list of values can take these as well, in lower case and without IfExists. */
  readonly operators: readonly string[];
}

/**
 * Adds the caller to an exemption that the statement already has, else adds a condition: conditions are ANDed, so it only narrows the Deny.
 * Undefined where nothing tells the caller from others.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn
 */
function exemptPrincipal(place: StatementPlace, denialCase: DenialCase): Exemption | undefined {
  const exempted = exemptedCaller(denialCase);
  if (exempted === undefined) return undefined;
  const existing = place.statement.conditions.find((pair) => takes(pair, exempted));
  const changes =
    existing === undefined
      ? newCondition(place, exempted)
      : addedTo(place, existing.pointer, getPointer(place.document, existing.pointer), exempted.values);
  return { what: exempted.what, changes };
}

function exemptedCaller({ request, facts }: DenialCase): ExemptedCaller | undefined {
  const arn = request?.context.get('aws:PrincipalArn');
  const { principal } = facts;
  if (arn?.status === 'known' && arn.values[0] !== undefined) return byArn(arn.values[0]);
  switch (principal?.type) {
    case 'service':
      return {
        what: principal.name,
        key: 'aws:PrincipalServiceName',
        values: [principal.name],
        operator: 'StringNotEquals',
        operators: ['stringnotequals', 'stringnotlike'],
      };
    case 'session':
      return byRoleName(`arn:${principal.partition}:iam::${principal.account}:role/`, principal.name);
    default:
      return undefined;
  }
}

function byArn(arn: string): ExemptedCaller {
  return {
    what: arn,
    key: 'aws:PrincipalArn',
    values: [arn],
    operator: 'ArnNotEquals',
    operators: ['arnnotequals', 'arnnotlike', 'stringnotequals', 'stringnotlike'],
  };
}

/** The role's path is not known, but its name is unique in its account: under whatever path, it is the same role. */
function byRoleName(roles: string, name: string): ExemptedCaller {
  const values = isPermissionSet(name) ? [permissionSetPattern(roles, name)] : [`${roles}${name}`, `${roles}*/${name}`];
  const operators = ['arnnotequals', 'arnnotlike', 'stringnotlike'];
  return { what: `${roles}…${name}`, key: 'aws:PrincipalArn', values, operator: 'ArnNotLike', operators };
}

/** Can the values be added to those of this condition? */
function takes({ operator, key, complete }: ConditionPair, { key: wanted, operators }: ExemptedCaller): boolean {
  const plain = operator.toLowerCase().replace(/ifexists$/, '');
  return complete && key.toLowerCase() === wanted.toLowerCase() && operators.includes(plain);
}

function addedTo(
  { policy }: StatementPlace,
  pointer: string,
  before: unknown,
  values: readonly string[],
): readonly Change[] {
  const [first = '', ...rest] = values;
  const more = rest.map((value): Change => ({ policy, pointer: `${pointer}/-`, before: null, after: value }));
  return [oneMore(policy, pointer, before, first), ...more];
}

function newCondition({ policy, document, statement }: StatementPlace, exempted: ExemptedCaller): readonly Change[] {
  const { operator, key } = exempted;
  const [only, ...others] = exempted.values;
  const value = others.length === 0 ? only : exempted.values;
  const condition = `${statement.pointer}/Condition`;
  if (getPointer(document, condition) === undefined)
    return [{ policy, pointer: condition, before: null, after: { [operator]: { [key]: value } } }];
  if (getPointer(document, `${condition}/${operator}`) === undefined)
    return [{ policy, pointer: `${condition}/${operator}`, before: null, after: { [key]: value } }];
  return [{ policy, pointer: `${condition}/${operator}/${key}`, before: null, after: value }];
}

/**
 * Takes the resource out of the Deny, else the action. Undefined where the statement lists both: then nothing narrower than the principal
 * can be taken out. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html
 */
function exemptRequest(place: StatementPlace, { action, resource }: AccessRequest): Exemption | undefined {
  // An action without resource types is denied by NotResource, whatever is listed there.
  const isConcrete =
    resource !== null && !/[*?]/.test(resource) && !isUnnamed(resource) && actionFacts(action)?.wildcardOnly !== true;
  const { statement } = place;
  const actions = takeOut(place, 'Action', statement.action, action);
  // A Deny with NotAction is there to list what stays possible.
  if (actions !== undefined && statement.action?.negated) return { what: action, changes: actions };
  const resources = isConcrete ? takeOut(place, 'Resource', statement.resource, resource) : undefined;
  if (isConcrete && resources !== undefined) return { what: resource, changes: resources };
  return actions && { what: action, changes: actions };
}

/** One more entry under NotAction or NotResource, or that element in the place of a bare `*`. */
function takeOut(
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
