import { servicePrefix } from '../../model/actions.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Located } from '../../policy/policy-document.ts';
import { elementTexts } from '../policy-lookup.ts';
import type { StatementNearMiss } from './near-miss.ts';

/** The near misses of a layer in the order in which they explain the denial. `isProven`: AWS's words show that this one must be why. */
export function nearestFirst(
  misses: readonly StatementNearMiss[],
  denialCase: DenialCase,
  isProven: (miss: StatementNearMiss) => boolean,
): readonly StatementNearMiss[] {
  const isNamed = misses.some((miss) => miss.element !== 'action' && breadth(miss, denialCase) === 0);
  const rank = (miss: StatementNearMiss) => {
    if (isProven(miss)) return 0;
    // That another action is allowed that needs this one explains less than a statement that names this one.
    return isNamed && miss.difference.kind === 'needed-action' ? 2 : 1;
  };
  return misses.toSorted(
    (left, right) =>
      rank(left) - rank(right) ||
      left.distance - right.distance ||
      slip(left) - slip(right) ||
      breadth(left, denialCase) - breadth(right, denialCase),
  );
}

/** Of two that are equally near, a mistake that has a name (the bucket for its objects) explains more than a name that is a letter off. */
function slip({ difference: { kind } }: StatementNearMiss): number {
  return kind === undefined ? 1 : 0;
}

/** Of two that are equally near, one that names the action was meant for the request, then one for its service, not one for everything. */
function breadth({ document, statement, element }: StatementNearMiss, { request }: DenialCase): 0 | 1 | 2 {
  if (element === 'action' || request === null) return 0;
  const actions = elementTexts(document, statement, 'Action');
  if (actions.some(({ value }) => value.toLowerCase() === request.action.toLowerCase())) return 0;
  return namesService(actions, request.action) ? 1 : 2;
}

/** Does one of the actions that cover the request name its service? A statement about everything was not meant for it. */
export function namesService(actions: readonly Located[], requested: string): boolean {
  const service = `${servicePrefix(requested)}:`;
  return actions.some(({ value }) => value.toLowerCase().startsWith(service));
}
