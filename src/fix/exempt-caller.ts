import { isPermissionSet, permissionSetPattern } from '../model/aws-names.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Change } from '../model/diagnosis.ts';
import type { PolicyRef } from '../model/policy.ts';
import { applyChange } from '../policy/apply-change.ts';
import { oneOrMore } from '../policy/one-or-more.ts';
import { getPointer } from '../policy/pointer.ts';
import type { ConditionPair, PolicyStatement } from '../policy/policy-document.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { oneMore } from './draft.ts';
import type { Element } from './other-requests.ts';

/** A statement in the document that it is part of. */
export interface StatementPlace {
  readonly policy: PolicyRef;
  readonly document: unknown;
  readonly statement: PolicyStatement;
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
export function exemptPrincipal(
  place: StatementPlace,
  denialCase: DenialCase,
): { readonly what: string; readonly changes: readonly Change[] } | undefined {
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

/** Adds values to those at the pointer. */
export function addedTo(
  { policy }: StatementPlace,
  pointer: string,
  before: unknown,
  values: readonly string[],
): readonly Change[] {
  const [first = '', ...rest] = values;
  const more = rest.map((value): Change => ({ policy, pointer: `${pointer}/-`, before: null, after: value }));
  return [oneMore(policy, pointer, before, first), ...more];
}

/** Adds a condition to those of the statement. */
export function newCondition(
  { policy, document, statement }: StatementPlace,
  { operator, key, values }: Pick<ExemptedCaller, 'key' | 'values'> & { readonly operator: string },
): readonly Change[] {
  const value = oneOrMore(values);
  const condition = `${statement.pointer}/Condition`;
  if (getPointer(document, condition) === undefined)
    return [{ policy, pointer: condition, before: null, after: { [operator]: { [key]: value } } }];
  if (getPointer(document, `${condition}/${operator}`) === undefined)
    return [{ policy, pointer: `${condition}/${operator}`, before: null, after: { [key]: value } }];
  return [{ policy, pointer: `${condition}/${operator}/${key}`, before: null, after: value }];
}

/** A copy of a statement that denies everybody but the caller; undefined where nothing tells the caller from others. */
export function forOtherCallers(copy: Element, policy: PolicyRef, denialCase: DenialCase): Element | undefined {
  let document: unknown = { Statement: [copy] };
  const [statement] = readPolicy(document).statements;
  const exemption = statement && exemptPrincipal({ policy, document, statement }, denialCase);
  for (const change of exemption?.changes ?? []) {
    const after = applyChange(document, change);
    if (after.status === 'misfit') return undefined;
    document = after.document;
  }
  return exemption && Object(getPointer(document, '/Statement/0'));
}
