import { hasVariables } from '../evaluate/variables/template.ts';
import { callerArnIsKnown } from '../evidence/named-caller.ts';
import type { DifferenceKind } from '../evidence/near-miss/difference.ts';
import type { StatementNearMiss } from '../evidence/near-miss/near-miss.ts';
import { elementTexts } from '../evidence/policy-lookup.ts';
import { statementWords } from '../evidence/words.ts';
import { isAwsManaged, isPermissionSet } from '../model/aws-names.ts';
import type { Blocker } from '../model/blocker.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Remedy } from '../model/remedy.ts';
import { coveringPattern } from '../model/unnamed-resource.ts';
import { getPointer } from '../policy/pointer.ts';
import { resourceOfRun } from '../reference/resources/resource-of-run.ts';
import { allowRemedies } from './allow-remedies.ts';
import { alsoAllowed } from './also-allowed.ts';
import { conditionRemedies } from './condition-remedies.ts';
import { fillPlaceholders } from './fill-placeholders.ts';
import { leaveVariableToOwner } from './leave-to-owner.ts';
import { ownerOf } from './owners.ts';
import { passesUnnamedRole } from './pass-role-statement.ts';
import { alsoLacking } from './smallest-statement.ts';

/**
 * Adds the request's value next to the one that nearly matches it. Nothing is replaced, because others may rely on it, but for
 * placeholders, which are nobody's. Where the statement
 * would then allow more than was requested, a statement of its own is the smaller change.
 */
export function nearMissRemedies(miss: StatementNearMiss, blocker: Blocker, denialCase: DenialCase): readonly Remedy[] {
  const { policy } = miss.statement;
  if (!miss.certain && miss.element === 'resource' && miss.policySays.includes('${'))
    return [leaveVariableToOwner(miss, blocker.layer, denialCase)];
  if (miss.certain && miss.element === 'resource' && variesWithCaller(miss))
    return denialCase.facts.principal?.type === 'user'
      ? allowRemedies(blocker, denialCase)
      : [leaveVariableToOwner(miss, blocker.layer, denialCase)];
  if (!miss.certain && !isDoubtOfCase(miss) && !isMiswritten(miss)) return [];
  if (passesUnnamedRole(denialCase) || hangsOnService(miss)) return allowRemedies(blocker, denialCase);
  const filled = isAwsManaged(policy.arn) ? undefined : fillPlaceholders(miss, blocker.layer, denialCase);
  if (filled !== undefined) return filled;
  if (miss.element === 'condition') return conditionRemedies(miss, blocker, denialCase);
  if (isAwsManaged(policy.arn)) return allowRemedies(blocker, denialCase);
  const who = ownerOf(blocker.layer, denialCase, policy);
  if (!suits(miss, denialCase)) return allowRemedies(blocker, denialCase).map((remedy) => insteadOf(miss, remedy));
  const run =
    miss.element === 'resource' ? resourceOfRun(denialCase.request?.action ?? '', miss.requestHas) : undefined;
  const notes = [run?.note, alsoAllowed(miss, denialCase)].filter((note) => note !== undefined);
  const own: Remedy = {
    kind: 'add-value',
    policy,
    pointer: miss.pointer,
    value: run?.covers ?? coveringPattern(miss.requestHas),
    who,
    ...(notes.length === 0 ? {} : { note: notes.join('; ') }),
  };
  const others = othersLacking(miss, blocker, denialCase).map(
    (resource): Remedy => ({ kind: 'add-value', policy, pointer: miss.pointer, value: coveringPattern(resource), who }),
  );
  return [own, ...others];
}

/**
 * True for a resource with a policy variable: the statement gives each caller its own part, and a part of another one written beside it would be
 * everybody's. A user can have a statement of its own; the sessions of a role share all of theirs.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
function variesWithCaller({ policySays, document }: StatementNearMiss): boolean {
  return hasVariables(policySays) && getPointer(document, '/Version') === '2012-10-17';
}

/** Another role in a statement that lets it be passed to some services only: whether the one that gets it is among them is not known. */
function hangsOnService({ element, statement }: StatementNearMiss): boolean {
  return (
    element === 'resource' &&
    statement.conditions.some(({ key, match }) => match === 'unknown' && /^iam:passedtoservice$/i.test(key))
  );
}

/** The other resources that the same call needs, and that no statement of the layer allows either. */
function othersLacking({ element }: StatementNearMiss, { layer }: Blocker, denialCase: DenialCase): readonly string[] {
  return element === 'resource' && layer === 'identity' && denialCase.request !== null
    ? alsoLacking(layer, denialCase, denialCase.request)
    : [];
}

/** Conditions that hold in no request as they are written, whatever it has: right they may hold, and the evaluation shows it. */
function isMiswritten({ conditions }: StatementNearMiss): boolean {
  return (
    conditions.length > 0 &&
    conditions.every(({ difference: { kind } }) => kind === 'condition-key' || kind === 'multivalued-key')
  );
}

/** AWS does not document whether a name in other letter case is the caller's: the exact name next to it settles that. */
function isDoubtOfCase({ element, difference }: StatementNearMiss): boolean {
  return element === 'principal' && difference.kind === 'case';
}

/** True where the statement with the value added allows just the request, or what was plainly meant. */
function suits(miss: StatementNearMiss, denialCase: DenialCase): boolean {
  const { statement, document, element, requestHas, pointer, distance, difference } = miss;
  if (/\/Not(Action|Resource)(\/|$)/.test(pointer) || denialCase.request === null) return false;
  const { action, resource } = denialCase.request;
  const texts = (name: 'Action' | 'Resource' | 'NotAction' | 'NotResource') =>
    elementTexts(document, statement, name).map(({ value }) => value);
  const isBroad = (values: readonly string[]) => values.some((value) => value === '*' || value.endsWith(':*'));
  switch (element) {
    case 'action': {
      const resources = texts('Resource');
      if (texts('NotResource').length > 0 || (isBroad(resources) && resource !== '*')) return false;
      return isOnly(resources, resource) || MISSPELT.has(difference.kind ?? '');
    }
    case 'resource': {
      const actions = texts('Action');
      if (texts('NotAction').length > 0 || isBroad(actions)) return false;
      // A statement with more actions would allow those in every run.
      const isOfRun = resourceOfRun(action, requestHas) !== undefined;
      return isOnly(actions, action) || (distance <= SLIP && !isOfRun);
    }
    case 'principal':
      // Who may assume a role gets nothing by the other actions of a trust policy.
      if (statement.layer !== 'trust' && !isOnly(texts('Action'), action) && distance > SLIP) return false;
      break;
    case 'condition':
      break;
  }
  if (texts('NotAction').length > 0 || isBroad(texts('Action'))) return false;
  // A role whose path is not known cannot be named: it has to be the right one, or saving the policy fails.
  const known = callerArnIsKnown(denialCase) || !isPermissionSet(requestHas);
  return known && denialCase.facts.principal?.type !== 'federated';
}

/** Differences in an action that can only be mistakes. */
const MISSPELT: ReadonlySet<string> = new Set<DifferenceKind>([
  'unknown-action',
  'api-name',
  'action-prefix',
  'characters',
]);

/** A misspelt action would normally be corrected in place: a note where that would allow too much. */
function insteadOf({ element, difference, statement }: StatementNearMiss, remedy: Remedy): Remedy {
  const isMisspelt = element === 'action' && MISSPELT.has(difference.kind ?? '');
  if (!isMisspelt || (remedy.kind !== 'add-statement' && remedy.kind !== 'add-policy')) return remedy;
  const place = `${statementWords(statement)} of ${statement.policy.name}`;
  return { ...remedy, note: `corrected, ${place} would allow it on more resources than were requested` };
}

/** Up to two letters, a path, letter case: so near that this resource must have been meant. */
const SLIP = 2;

/** A statement without a Resource element (in a trust policy) is about the one resource that the policy belongs to. */
function isOnly(values: readonly string[], asked: string | null): boolean {
  return values.length === 0 || (values.length === 1 && values[0]?.toLowerCase() === asked?.toLowerCase());
}
