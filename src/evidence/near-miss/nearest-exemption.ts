import type { DenialCase } from '../../model/denial-case.ts';
import type { ConditionFinding, StatementFinding } from '../../model/verdict.ts';
import { getPointer } from '../../policy/pointer.ts';
import { readPrincipal } from '../../policy/read-principal.ts';
import { namedCaller } from '../named-caller.ts';
import { documentOf, textsAt } from '../policy-lookup.ts';
import { comparePrincipals } from './compare-principals.ts';
import { compareValues } from './compare-values.ts';
import { cut, type NearestText, nearestText } from './difference.ts';
import type { NearMiss } from './near-miss.ts';
import { operatorOf } from './operator.ts';

/** An exemption of a Deny that nearly names the caller. */
export interface ExemptionNearMiss extends NearMiss {
  /** The pointer of the whole list of exemptions. */
  readonly list: string;
}

/** How far it may be and still look like a mistake: farther ones are meant for other callers. */
const NEAR = 3;

/** Keys by which a Deny exempts principals. */
const PRINCIPAL_KEYS = /^aws:(principalarn|principalaccount|principaltag\/.*|userid|username|principalservicename)$/i;

/**
 * The exemption that comes nearest to the caller: a value under a negated condition, or a NotPrincipal.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function nearestExemption(statement: StatementFinding, denialCase: DenialCase): ExemptionNearMiss | undefined {
  if (statement.effect !== 'Deny' || statement.match !== 'yes') return undefined;
  const document = documentOf(denialCase, statement);
  const found = statement.conditions.map((condition) => inCondition(document, condition));
  return [...found, inNotPrincipal(document, statement, denialCase)]
    .filter((miss) => miss !== undefined)
    .filter(({ difference }) => difference.distance <= NEAR)
    .toSorted((left, right) => left.difference.distance - right.difference.distance)[0];
}

function inCondition(document: unknown, condition: ConditionFinding): ExemptionNearMiss | undefined {
  const { request, key, pointer } = condition;
  const operator = operatorOf(condition.operator);
  if (!operator.negated || request.status !== 'known' || !PRINCIPAL_KEYS.test(key)) return undefined;
  const [requested] = request.values;
  if (requested === undefined || request.values.length > 1) return undefined;
  const nearest = nearestText(textsAt(document, pointer), requested, (policy) =>
    compareValues(operator, policy, requested),
  );
  return nearest && nearMissOf(nearest, 'condition', pointer);
}

function inNotPrincipal(
  document: unknown,
  statement: StatementFinding,
  denialCase: DenialCase,
): ExemptionNearMiss | undefined {
  const named = readPrincipal(undefined, getPointer(document, `${statement.pointer}/NotPrincipal`), statement.pointer);
  const caller = namedCaller(denialCase);
  const requested = caller.arn ?? caller.principal.name;
  const nearest = nearestText(named?.entries ?? [], requested, (_policy, _requested, text) =>
    comparePrincipals(text, caller),
  );
  return nearest && nearMissOf(nearest, 'principal', `${statement.pointer}/NotPrincipal`);
}

function nearMissOf(
  { text, requested, difference }: NearestText,
  element: NearMiss['element'],
  list: string,
): ExemptionNearMiss {
  return {
    element,
    pointer: text.pointer,
    list,
    policySays: cut(text.value),
    requestHas: requested,
    difference: { ...difference, words: cut(difference.words) },
  };
}
