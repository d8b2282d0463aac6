import { callerWords, policyWords, statementWords } from '../evidence/words.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Change } from '../model/diagnosis.ts';
import type { PolicyRef } from '../model/policy.ts';
import type { ExemptedBy, Remedy } from '../model/remedy.ts';
import type { AccessRequest } from '../model/request.ts';
import { getPointer } from '../policy/pointer.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { findPolicy } from './apply-changes.ts';
import { valueWords } from './change-words.ts';
import { type Draft, oneMore } from './draft.ts';
import { addedTo, exemptPrincipal, forOtherCallers, newCondition, type StatementPlace } from './exempt-caller.ts';
import { copyWith, type Element, inParts, otherActions, otherResources } from './other-requests.ts';

/** What is exempted, in words, and the changes that do it. */
interface Exemption {
  readonly what: string;
  readonly changes: readonly Change[];
  /** What of the request the statement is then no longer about; unless given, who makes it. `value`: a value that its condition names. */
  readonly leavesOut?: 'action' | 'resource' | 'way' | 'value';
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
  const kept = exemption && stillDenied(place, exemption, denialCase, request);
  if (exemption === undefined || kept === undefined) return undefined;
  const scope = [
    kept.others && exemption.leavesOut !== 'resource' ? request.action : [],
    kept.callers ? callerWords(denialCase.facts.principal) : [],
  ].flat();
  const only = scope.length === 0 ? '' : `, for ${scope.join(' by ')} only`;
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
  return { what, leavesOut: 'value', changes: addedTo(place, by.pointer, before, [by.value]) };
}

/** What stays denied: other actions, other callers; and the copies of the statement that deny it. */
interface StillDenied {
  readonly others: boolean;
  readonly callers: boolean;
  readonly changes: readonly Change[];
}

/**
 * What keeps denied what the statement denied besides the request: a copy of it for all other actions, one of the action for all other
 * resources, and, where one more value of its condition would exempt everybody, one of the action for all other callers. Undefined where its
 * other actions cannot be told apart from this one.
 */
function stillDenied(
  { policy, document, statement }: StatementPlace,
  { leavesOut }: Exemption,
  denialCase: DenialCase,
  request: AccessRequest,
): StillDenied | undefined {
  if (leavesOut === 'action') return { others: false, callers: false, changes: [] };
  const written = getPointer(document, statement.pointer);
  const actions = otherActions(statement, request.action, policy.kind);
  if (actions === undefined || typeof written !== 'object' || written === null) return undefined;
  const resources =
    leavesOut === undefined || leavesOut === 'value' ? otherResources(statement, request, policy) : 'none';
  const forOthers =
    leavesOut === 'value' && !isCallersOwn(policy)
      ? forOtherCallers(copyWith(written, { Action: request.action }), policy, denialCase)
      : undefined;
  const copies = [
    actions === 'none' ? [] : inParts(actions, policy).map((part) => copyWith(written, part)),
    resources === 'none' || resources === undefined
      ? []
      : [copyWith(copyWith(written, { Action: request.action }), resources)],
    forOthers ?? [],
  ].flat();
  const changes = copies.map((after): Change => ({ policy, pointer: '/Statement/-', before: null, after }));
  return { others: actions !== 'none', callers: forOthers !== undefined, changes };
}

/** True for a policy that no one else has: an inline policy of a user or role, a session policy. */
function isCallersOwn({ kind, arn, attachedTo }: PolicyRef): boolean {
  return (
    (kind === 'session' && arn === null) ||
    (kind === 'inline' && /^arn:[^:]*:iam::[^:]*:(user|role)\//.test(attachedTo ?? ''))
  );
}

/** Takes the resource of the request out of the Deny, else its action; undefined where it lists neither apart from others. */
function exemptRequest(place: StatementPlace, request: AccessRequest): Exemption | undefined {
  const { statement, policy } = place;
  const { action, resource } = request;
  const resources = otherResources(statement, request, policy);
  if (resources !== 'none' && resources !== undefined)
    return {
      what: `${action} on ${resource}`,
      leavesOut: 'resource',
      changes: replaced(place, 'Resource', resources, resource),
    };
  const actions = otherActions(statement, action, policy.kind);
  if (actions === 'none' || actions === undefined) return undefined;
  return { what: action, leavesOut: 'action', changes: replaced(place, 'Action', actions, action) };
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
