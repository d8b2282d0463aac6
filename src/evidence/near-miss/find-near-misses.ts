import { nameWithoutPath, parseArn } from '../../model/arn.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { AccessRequest } from '../../model/request.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import { isExampleRole } from '../../reference/placeholders.ts';
import { layerVerdict } from '../blockers/verdict-layers.ts';
import { namedCaller } from '../named-caller.ts';
import { documentOf, elementTexts, principalsOf } from '../policy-lookup.ts';
import { compareActions } from './compare-actions.ts';
import { compareAcrossServices, compareArns } from './compare-arns.ts';
import { comparePrincipals } from './compare-principals.ts';
import { conditionNearMiss } from './condition-near-miss.ts';
import { cut, type Difference, FAR, leftOut, type NearestText, nearestText } from './difference.ts';
import type { StatementNearMiss } from './near-miss.ts';
import { namesService, nearestFirst } from './nearest-first.ts';
import { accountsOf, comparedWithoutPlaceholders } from './placeholders.ts';
import { unknownVariables, withVariableValues } from './variable-values.ts';

const cache = new WeakMap<Blocker, readonly StatementNearMiss[]>();

/**
 * The statements of a layer (for SCPs: of a level) that would have allowed the request but for one element, the nearest first. An element
 * that is only unknown counts as farther than one that fails, unless the layer certainly lacks an Allow: then a statement that matches but
 * for its conditions, or for a policy variable in its resource, is why, because it would be that Allow if they held.
 */
export function nearMisses(blocker: Blocker, denialCase: DenialCase): readonly StatementNearMiss[] {
  const known = cache.get(blocker);
  if (known !== undefined) return known;
  const isOpenFirst = lacksAllowForCertain(blocker, denialCase);
  const found = allowsOf(blocker, denialCase).flatMap((statement) => statementNearMiss(statement, denialCase) ?? []);
  const misses = nearestFirst(found, denialCase, ({ statement }) => isOpenFirst && hangsOnUnknown(statement));
  cache.set(blocker, misses);
  return misses;
}

/** True where AWS says that the layer has no Allow, or no other layer can be why AWS denied the request. */
function lacksAllowForCertain({ layer, certainty }: Blocker, { denial, verdict }: DenialCase): boolean {
  if (certainty === 'aws') return true;
  return (
    denial !== null && verdict !== null && [...verdict.blockers, ...verdict.suspects].every((one) => one === layer)
  );
}

/** True for a statement that matches but for what is not known: its conditions, or the value of a policy variable in its resource. */
function hangsOnUnknown(statement: StatementFinding): boolean {
  const { action, resource, principal } = statement.elements;
  const hangsOnResource = resource === 'unknown' && action === 'yes' && principal === 'yes';
  return hangsOnCondition(statement) || (hangsOnResource && statement.elements.condition !== 'no');
}

/** True for a statement that matches but for conditions of which it is not known whether they hold. */
function hangsOnCondition({ elements: { action, resource, principal, condition } }: StatementFinding): boolean {
  return condition === 'unknown' && action === 'yes' && resource === 'yes' && principal === 'yes';
}

/**
 * True for the one Allow of a layer that may match as far as is known, where AWS says that none does: its conditions do not hold, though
 * nothing shows what the request has.
 */
export function isProvenUnmet({ statement }: StatementNearMiss, blocker: Blocker, denialCase: DenialCase): boolean {
  if (blocker.certainty !== 'aws' || !hangsOnCondition(statement)) return false;
  return allowsOf(blocker, denialCase).filter(({ match }) => match === 'unknown').length === 1;
}

/** The Allow statements that could have let the request through: in a layer with levels, those of levels that lack an Allow. */
export function allowsOf({ layer, level }: Blocker, denialCase: DenialCase): readonly StatementFinding[] {
  if (denialCase.verdict === null) return [];
  const { statements, levels, allow } = layerVerdict(denialCase.verdict, layer);
  const lacks = (at: number) =>
    level === null ? layer !== 'scp' || allow === 'yes' || levels[at]?.allow !== 'yes' : at === level;
  return statements.filter((statement) => statement.effect === 'Allow' && lacks(statement.level));
}

/** The nearest of the near misses of a missing Allow. */
export function nearestMiss(blocker: Blocker, denialCase: DenialCase): StatementNearMiss | undefined {
  return blocker.kind === 'missing-allow' ? nearMisses(blocker, denialCase)[0] : undefined;
}

const ELEMENTS = ['action', 'resource', 'principal', 'condition'] as const;

/**
 * The single element in which an Allow fails; undefined if it fails in several, or if nothing in it comes near. An element that is only
 * unknown counts if no other one fails.
 */
function statementNearMiss(statement: StatementFinding, denialCase: DenialCase): StatementNearMiss | undefined {
  const { request } = denialCase;
  if (request === null || statement.effect !== 'Allow') return undefined;
  const failing = ELEMENTS.filter((element) => statement.elements[element] === 'no');
  const open = ELEMENTS.filter((element) => statement.elements[element] === 'unknown');
  const [element, ...others] = failing.length > 0 ? failing : withoutPrincipal(open);
  if (element === undefined || others.length > 0) return undefined;
  const document = documentOf(denialCase, statement);
  const base = { statement, document, certain: failing.length > 0 };
  // The less is known about the statement, the farther it is.
  const doubt = failing.length > 0 ? open.length * 0.5 : 1;
  if (element === 'condition') return inCondition(base, request, doubt);
  const found =
    (element === 'resource' && !base.certain ? atVariable(base, request) : undefined) ??
    nearestIn(element, base, denialCase, request);
  if (found === undefined) return undefined;
  const { text, requested, difference } = found;
  return {
    ...base,
    element,
    pointer: text.pointer,
    policySays: cut(text.value),
    requestHas: requested,
    difference: { ...difference, words: cut(difference.words) },
    distance: difference.distance + doubt,
    conditions: [],
  };
}

/** If the token is not known, the conditions on its claims say more than the principal. */
function withoutPrincipal(open: readonly (typeof ELEMENTS)[number][]): readonly (typeof ELEMENTS)[number][] {
  return open.includes('condition') ? open.filter((element) => element !== 'principal') : open;
}

type Base = Pick<StatementNearMiss, 'statement' | 'document' | 'certain'>;

function inCondition(base: Base, request: AccessRequest, doubt: number): StatementNearMiss | undefined {
  const { context } = request;
  const own = accountsOf(request);
  const status = base.certain ? 'no' : 'unknown';
  const conditions = base.statement.conditions
    .filter(({ match }) => match === status)
    .map((finding) => conditionNearMiss(base.document, finding, context, own))
    .toSorted((left, right) => left.difference.distance - right.difference.distance);
  const [nearest] = conditions;
  if (nearest === undefined) return undefined;
  const { element, pointer, policySays, requestHas, difference } = nearest;
  const distance = difference.distance + doubt + (conditions.length - 1) * 0.5;
  return { ...base, element, pointer, policySays, requestHas, difference, distance, conditions };
}

/** The resource that may cover that of the request, by the value of a policy variable that is not known. */
function atVariable({ document, statement }: Base, { resource, context }: AccessRequest): NearestText | undefined {
  if (resource === null) return undefined;
  for (const text of elementTexts(document, statement, 'Resource')) {
    const keys = unknownVariables(text.value, document, context);
    if (keys.length === 0) continue;
    const words = `the value of ${keys.join(' and ')} in the request is unknown`;
    return { text, requested: resource, difference: { words, distance: 3 } };
  }
  return undefined;
}

function nearestIn(
  element: 'action' | 'resource' | 'principal',
  { document, statement }: Base,
  denialCase: DenialCase,
  request: AccessRequest,
): NearestText | undefined {
  switch (element) {
    case 'action':
      return (
        nearestText(elementTexts(document, statement, 'Action'), request.action, compareActions) ??
        leftOut(elementTexts(document, statement, 'NotAction'), 'NotAction', request.action)
      );
    case 'resource': {
      if (request.resource === null) return undefined;
      const compare = namesService(elementTexts(document, statement, 'Action'), request.action)
        ? compareAcrossServices
        : compareArns;
      return (
        nearestText(elementTexts(document, statement, 'Resource'), request.resource, (policy, requested) =>
          compareWithValues(policy, requested, document, request, compare),
        ) ?? leftOut(elementTexts(document, statement, 'NotResource'), 'NotResource', request.resource)
      );
    }
    case 'principal': {
      const caller = namedCaller(denialCase);
      const names = principalsOf(document, statement);
      const requested = caller.arn ?? caller.principal.arn ?? caller.principal.name;
      const own = accountsOf(request);
      const found = nearestText(names, requested, (value, _requested, text) =>
        ofExample(
          comparedWithoutPlaceholders(value, requested, own, (filled) =>
            comparePrincipals({ ...text, value: filled }, caller),
          ),
        ),
      );
      return found && ofOwner(ofRoleItself(found, request), request);
    }
  }
}

/** Compares the resource with the values of the request in place of policy variables. */
function compareWithValues(
  policy: string,
  requested: string,
  document: unknown,
  request: AccessRequest,
  compare: typeof compareArns,
): Difference | undefined {
  const { text, words } = withVariableValues(policy, document, request.context);
  const difference = comparedWithoutPlaceholders(text, requested, accountsOf(request), (filled) =>
    compare(filled, requested),
  );
  return difference === undefined || words === ''
    ? difference
    : { ...difference, words: `${difference.words}; ${words}` };
}

/** A principal in an example may have any name: the caller is meant. */
function ofExample(difference: Difference | undefined): Difference | undefined {
  return difference?.placeholder ? { ...difference, distance: Math.min(difference.distance, FAR / 2) } : difference;
}

/** A trust policy that names its own role: Principal has to name who assumes the role, as in AWS's example documents it may not. */
function ofRoleItself(found: NearestText, { resource }: AccessRequest): NearestText {
  if (found.text.value !== resource || found.requested === resource) return found;
  const words = 'the role itself: Principal must name who assumes it';
  const example = isExampleRole(nameWithoutPath(resource)) ? ({ placeholder: true } as const) : {};
  return { ...found, difference: { ...found.difference, ...example, words } };
}

/**
 * A statement that names the account of the resource's owner was not meant for a caller of another account. Every key policy has one, by default: it
 * lets IAM policies of that account count, and is not a near miss for any other caller.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
function ofOwner(found: NearestText, { resource, resourceAccount, principal }: AccessRequest): NearestText | undefined {
  const { value } = found.text;
  const named = parseArn(value)?.resource === 'root' ? parseArn(value)?.account : value;
  if (named !== resourceAccount || principal.account === resourceAccount) return found;
  if (parseArn(resource ?? '')?.service === 'kms') return undefined;
  return { ...found, difference: { ...found.difference, distance: found.difference.distance + 3 } };
}
