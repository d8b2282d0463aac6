import { parseArn } from '../../model/arn.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { NearMiss } from '../../model/evidence.ts';
import type { AccessRequest } from '../../model/request.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import { callerAsNamed } from '../caller-as-named.ts';
import { documentOf, elementTexts, principalsOf } from '../policy-lookup.ts';
import { compareActions } from './compare-actions.ts';
import { compareArns } from './compare-arns.ts';
import { comparePrincipals } from './compare-principals.ts';
import { type ConditionMiss, conditionMiss } from './condition-miss.ts';
import { cut, type Difference, type DifferenceKind } from './difference.ts';
import { leftOut, type NearestText, nearestText } from './nearest-text.ts';
import { withVariableValues } from './variable-values.ts';

/** A statement that would have allowed the request but for one element. */
export interface StatementMiss {
  readonly statement: StatementFinding;
  readonly document: unknown;
  readonly pointer: string;
  readonly nearMiss: NearMiss;
  readonly distance: number;
  /** What kind of difference it is, where it is one that has a cause of its own. */
  readonly difference: DifferenceKind | undefined;
  /** False where the element is not known to fail: AWS's answer, or nothing, says that it does. */
  readonly certain: boolean;
  /** The conditions that do not hold, the nearest first; empty where another element fails. */
  readonly conditions: readonly ConditionMiss[];
}

const ELEMENTS = ['action', 'resource', 'principal', 'condition'] as const;

/**
 * In which one element an Allow fails; undefined where it fails in more, or where nothing in it comes near.
 * An element that is only unknown counts where no other one fails.
 */
export function statementMiss(statement: StatementFinding, denialCase: DenialCase): StatementMiss | undefined {
  const { request } = denialCase;
  if (request === null || statement.effect !== 'Allow') return undefined;
  const failing = ELEMENTS.filter((element) => statement.elements[element] === 'no');
  const open = ELEMENTS.filter((element) => statement.elements[element] === 'unknown');
  const [element, ...others] = failing.length > 0 ? failing : telling(open);
  if (element === undefined || others.length > 0) return undefined;
  const document = documentOf(denialCase, statement);
  const base = { statement, document, certain: failing.length > 0 };
  // What else is not known of the statement makes it a less telling one.
  const doubt = failing.length > 0 ? open.length * 0.5 : 1;
  if (element === 'condition') return inCondition(base, request, doubt);
  const found = nearestIn(element, base, denialCase, request);
  if (found === undefined) return undefined;
  const { text, asked, difference } = found;
  return {
    ...base,
    pointer: text.pointer,
    distance: difference.distance + doubt,
    difference: difference.kind,
    conditions: [],
    nearMiss: { element, policySays: cut(text.value), requestHas: asked, difference: cut(difference.words) },
  };
}

/** Where nothing shows whose token it is, the conditions on the token say more than that. */
function telling(open: readonly (typeof ELEMENTS)[number][]): readonly (typeof ELEMENTS)[number][] {
  return open.includes('condition') ? open.filter((element) => element !== 'principal') : open;
}

type Base = Pick<StatementMiss, 'statement' | 'document' | 'certain'>;

function inCondition(base: Base, { context }: AccessRequest, doubt: number): StatementMiss | undefined {
  const status = base.certain ? 'no' : 'unknown';
  const conditions = base.statement.conditions
    .filter(({ match }) => match === status)
    .map((condition) => conditionMiss(base.document, condition, context))
    .toSorted((left, right) => left.distance - right.distance);
  const [nearest] = conditions;
  if (nearest === undefined) return undefined;
  const { pointer, nearMiss, distance, difference } = nearest;
  const worse = distance + doubt + (conditions.length - 1) * 0.5;
  return { ...base, pointer, nearMiss, conditions, distance: worse, difference };
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
      return (
        nearestText(elementTexts(document, statement, 'Resource'), request.resource, (policy, asked) =>
          compareWithValues(policy, asked, document, request),
        ) ?? leftOut(elementTexts(document, statement, 'NotResource'), 'NotResource', request.resource)
      );
    }
    case 'principal': {
      const caller = callerAsNamed(denialCase);
      const names = principalsOf(document, statement);
      const asked = caller.arn ?? caller.principal.arn ?? caller.principal.name;
      const found = nearestText(names, asked, (_value, _asked, text) => comparePrincipals(text, caller));
      return found && ofOwner(found, request);
    }
  }
}

/** The variables of a resource stand for what the request has. */
function compareWithValues(
  policy: string,
  asked: string,
  document: unknown,
  { context }: AccessRequest,
): Difference | undefined {
  const { text, words } = withVariableValues(policy, document, context);
  const difference = compareArns(text, asked);
  return difference === undefined || words === ''
    ? difference
    : { ...difference, words: `${difference.words}; ${words}` };
}

/** What the owner of a resource grants to its own account was not meant for the caller of another one. */
function ofOwner(found: NearestText, { resourceAccount, principal }: AccessRequest): NearestText {
  const { value } = found.text;
  const named = parseArn(value)?.resource === 'root' ? parseArn(value)?.account : value;
  if (named !== resourceAccount || principal.account === resourceAccount) return found;
  return { ...found, difference: { ...found.difference, distance: found.difference.distance + 3 } };
}
