import type { DenialCase } from '../../model/denial-case.ts';
import type { NearMiss } from '../../model/evidence.ts';
import type { ConditionFinding, StatementFinding } from '../../model/verdict.ts';
import { getPointer } from '../../policy/pointer.ts';
import { readPrincipal } from '../../policy/read-principal.ts';
import { callerAsNamed } from '../caller-as-named.ts';
import { documentOf, textsAt } from '../policy-lookup.ts';
import { comparePrincipals } from './compare-principals.ts';
import { compareValues } from './compare-values.ts';
import { cut } from './difference.ts';
import { type NearestText, nearestText } from './nearest-text.ts';
import { operatorOf } from './operator.ts';

/** An exemption of a Deny that lets out almost the caller, but not quite. */
export interface ExemptionMiss {
  readonly pointer: string;
  /** Of the whole list of exemptions. */
  readonly list: string;
  readonly nearMiss: NearMiss;
  readonly distance: number;
}

/** Only what looks like a mistake: an exemption for somebody else is none for the caller. */
const NEAR = 3;

/** Keys by which a Deny lets out principals. */
const PRINCIPAL_KEYS = /^aws:(principalarn|principalaccount|principaltag\/.*|userid|username|principalservicename)$/i;

/**
 * The exemption that comes nearest to the caller: a value under a negated condition, or a NotPrincipal.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function exemptionMiss(statement: StatementFinding, denialCase: DenialCase): ExemptionMiss | undefined {
  if (statement.effect !== 'Deny' || statement.match !== 'yes') return undefined;
  const document = documentOf(denialCase, statement);
  const found = statement.conditions.map((condition) => inCondition(document, condition));
  return [...found, inNotPrincipal(document, statement, denialCase)]
    .filter((miss) => miss !== undefined && miss.distance <= NEAR)
    .toSorted((left, right) => (left?.distance ?? 0) - (right?.distance ?? 0))[0];
}

function inCondition(document: unknown, condition: ConditionFinding): ExemptionMiss | undefined {
  const { request, key, pointer } = condition;
  const operator = operatorOf(condition.operator);
  if (!operator.negated || request.status !== 'known' || !PRINCIPAL_KEYS.test(key)) return undefined;
  const [asked] = request.values;
  if (asked === undefined || request.values.length > 1) return undefined;
  const nearest = nearestText(textsAt(document, pointer), asked, (policy) => compareValues(operator, policy, asked));
  return nearest && missOf(nearest, 'condition', pointer);
}

function inNotPrincipal(
  document: unknown,
  statement: StatementFinding,
  denialCase: DenialCase,
): ExemptionMiss | undefined {
  const named = readPrincipal(undefined, getPointer(document, `${statement.pointer}/NotPrincipal`), statement.pointer);
  const caller = callerAsNamed(denialCase);
  const asked = caller.arn ?? caller.principal.name;
  const nearest = nearestText(named?.entries ?? [], asked, (_policy, _asked, text) => comparePrincipals(text, caller));
  return nearest && missOf(nearest, 'principal', `${statement.pointer}/NotPrincipal`);
}

function missOf({ text, asked, difference }: NearestText, element: NearMiss['element'], list: string): ExemptionMiss {
  const nearMiss = { element, policySays: cut(text.value), requestHas: asked, difference: cut(difference.words) };
  return { pointer: text.pointer, list, nearMiss, distance: difference.distance };
}
