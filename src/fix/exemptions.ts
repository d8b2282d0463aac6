import { callerWords, policyWords, statementWords } from '../evidence/words.ts';
import { type ExemptedCaller, exemptedArn, exemptedRole, exemptedService } from '../grants/exempted-caller.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Change } from '../model/diagnosis.ts';
import type { PolicyRef } from '../model/policy.ts';
import type { ExemptedBy, Remedy } from '../model/remedy.ts';
import type { AccessRequest } from '../model/request.ts';
import { oneOrMore } from '../policy/one-or-more.ts';
import { getPointer } from '../policy/pointer.ts';
import type { ConditionPair, PolicyStatement } from '../policy/policy-document.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { findPolicy } from './apply-changes.ts';
import { valueWords } from './change-words.ts';
import { type Draft, oneMore } from './draft.ts';
import { copyWith, type Element, inParts, otherActions, otherResources, resourcesLeftOut } from './other-requests.ts';

/** What is exempted, in words, and the changes that do it. */
interface Exemption {
  readonly what: string;
  readonly changes: readonly Change[];
  /** What of the request the statement is then no longer about; unless given, who makes it or where. */
  readonly leavesOut?: 'action' | 'resource' | 'way';
}

/** A statement in the document that it is part of. */
interface StatementPlace {
  readonly policy: PolicyRef;
  readonly document: unknown;
  readonly statement: PolicyStatement;
}

/**
 * The narrowest exemption from an explicit deny, for the owner of the policy: this principal, or in a policy that is the caller's alone this
 * resource, and the denied action alone. What else the statement denied stays denied, by copies of it for the other actions and resources.
 * Undefined where no exemption is known to be safe.
 */
export function draftExemption(remedy: Extract<Remedy, { kind: 'exempt' }>, denialCase: DenialCase): Draft | undefined {
  const { policy, who, note, commands = [] } = remedy;
  const { request } = denialCase;
  const found = findPolicy(denialCase.facts.policies, policy);
  if (found?.document.status !== 'known' || request === null) return undefined;
  const document = found.document.value;
  const statement = readPolicy(document).statements.find(({ index }) => index === remedy.statement);
  // The unsupported part may be what makes the statement match, so the effect of a change is not known.
  if (statement === undefined || statement.unsupportedParts.length > 0) return undefined;
  const place = { policy, document, statement };
  const exemption = remedy.by === undefined ? exempted(place, denialCase) : exemptBy(remedy.by, place);
  const kept = exemption && stillDenied(place, request, exemption);
  if (exemption === undefined || kept === undefined) return undefined;
  const only = kept.others && exemption.leavesOut !== 'resource' ? `, for ${request.action} only` : '';
  const summary = `exempt ${valueWords(exemption.what)} from ${statementWords(statement)} of ${policyWords(policy)}${only}`;
  return {
    who,
    summary: note === undefined ? summary : `${summary}: ${note}`,
    changes: [...exemption.changes, ...kept.changes],
    request: certainValue(remedy.by),
    setBeforehand: true,
    commands,
  };
}

/** What the request has for certain: it is tried with it, and nothing is sent. */
function certainValue(by: ExemptedBy | undefined): Draft['request'] {
  if (by === undefined || !('pointer' in by) || by.ofRequest === undefined) return null;
  return { context: { [by.ofRequest]: [by.value] } };
}

/** Asks the owner for an exemption where no change of the document is known to be a safe one. */
export function askForExemption(
  { policy, who, statement }: Extract<Remedy, { kind: 'exempt' }>,
  denialCase: DenialCase,
): Draft {
  const { request } = denialCase;
  const summary = `change statement ${statement} of ${policyWords(policy)} so that it no longer denies ${request?.action ?? 'this'} to ${callerWords(denialCase.facts.principal)}`;
  return { who, summary, changes: [], request: null, commands: [] };
}

function exempted(place: StatementPlace, denialCase: DenialCase): Exemption | undefined {
  const { request } = denialCase;
  const own = isCallersOwn(place.policy) && request !== null ? exemptRequest(place, request) : undefined;
  return own ?? exemptPrincipal(place, denialCase);
}

/** By a value or condition that the cause gives. */
function exemptBy(by: ExemptedBy, place: StatementPlace): Exemption {
  const { what } = by;
  if (!('pointer' in by))
    return { what, leavesOut: 'way', changes: newCondition(place, { ...by, values: [by.value] }) };
  const before = getPointer(place.document, by.pointer);
  return { what, changes: addedTo(place, by.pointer, before, [by.value]) };
}

/**
 * What keeps denied what the statement denied besides the request: a copy of it for all other actions, and one of the action for all other
 * resources. Undefined where its other actions cannot be told apart from this one.
 */
function stillDenied(
  { policy, document, statement }: StatementPlace,
  request: AccessRequest,
  { leavesOut }: Exemption,
): { readonly others: boolean; readonly changes: readonly Change[] } | undefined {
  if (leavesOut === 'action') return { others: false, changes: [] };
  const written = getPointer(document, statement.pointer);
  const actions = otherActions(statement, request.action, policy);
  if (actions === undefined || typeof written !== 'object' || written === null) return undefined;
  const resources = leavesOut === undefined ? otherResources(statement, request, policy) : 'none';
  const copies = [
    actions === 'none' ? [] : inParts(actions, policy).map((part) => copyWith(written, part)),
    resources === 'none' || resources === undefined
      ? []
      : [copyWith(copyWith(written, { Action: request.action }), resources)],
  ].flat();
  const changes = copies.map((after): Change => ({ policy, pointer: '/Statement/-', before: null, after }));
  return { others: actions !== 'none', changes };
}

/** True for a policy that no one else has: an inline policy of a user or role, a session policy. */
function isCallersOwn({ kind, arn, attachedTo }: PolicyRef): boolean {
  return (
    (kind === 'session' && arn === null) ||
    (kind === 'inline' && /^arn:[^:]*:iam::[^:]*:(user|role)\//.test(attachedTo ?? ''))
  );
}

/**
 * Adds the caller to an exemption that the statement already has, else adds a condition: conditions are ANDed, so it only narrows the Deny.
 * Undefined where no key distinguishes the caller from others.
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
  if (arn?.status === 'known' && arn.values[0] !== undefined) return exemptedArn(arn.values[0]);
  switch (principal?.type) {
    case 'service':
      return exemptedService(principal.name);
    case 'session':
      return exemptedRole(`arn:${principal.partition}:iam::${principal.account}:role/`, principal.name);
    default:
      return undefined;
  }
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

function newCondition(
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

/** Takes the resource of the request out of the Deny, else its action; undefined where it lists neither apart from others. */
function exemptRequest(place: StatementPlace, request: AccessRequest): Exemption | undefined {
  const { statement, policy } = place;
  const { action, resource } = request;
  const resources = otherResources(statement, request, policy);
  if (resources !== 'none' && resources !== undefined)
    return {
      what: `${action} on ${leftOutWords(statement, resource)}`,
      leavesOut: 'resource',
      changes: replaced(place, 'Resource', resources, resource),
    };
  const actions = otherActions(statement, action, policy);
  if (actions === 'none' || actions === undefined) return undefined;
  return { what: action, leavesOut: 'action', changes: replaced(place, 'Action', actions, action) };
}

/** The resource, or the patterns that it takes with it. */
function leftOutWords(statement: PolicyStatement, resource: string | null): string {
  const left = statement.resource?.negated === false && resource !== null ? resourcesLeftOut(statement, resource) : [];
  return left.length === 0 || left.includes('*') ? `${resource}` : left.join(' and ');
}

/** Puts the element in the place of the one that the statement has; one more value where that is a Not… element. */
function replaced(
  { policy, document, statement }: StatementPlace,
  name: 'Action' | 'Resource',
  element: Element,
  value: string | null,
): readonly Change[] {
  const at = (key: string) => `${statement.pointer}/${key}`;
  const not = getPointer(document, at(`Not${name}`));
  if (not !== undefined && value !== null) return [oneMore(policy, at(`Not${name}`), not, value)];
  const before = getPointer(document, at(name));
  const changes = Object.entries(element).map(
    ([key, after]): Change => ({ policy, pointer: at(key), before: key === name ? before : null, after }),
  );
  return name in element ? changes : [{ policy, pointer: at(name), before, after: null }, ...changes];
}
