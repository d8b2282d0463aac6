import type { Layer } from '../../model/layer.ts';
import type { PolicyRef } from '../../model/policy.ts';
import { and, type Tri } from '../../model/tri.ts';
import type { ConditionFinding, StatementFinding } from '../../model/verdict.ts';
import type { CompiledRequest } from '../compiled-request.ts';
import type { CompiledStatement } from './compile-policy.ts';
import { matchPrincipals, matchResources } from './match-elements.ts';
import { sharedElements } from './shared-elements.ts';

/** Where a statement stands. */
interface StatementPlace {
  readonly layer: Layer;
  /** Index of the level in its layer. */
  readonly level: number;
  readonly policy: PolicyRef;
}

/** A statement in its place, and its findings so far that do not depend on what a request holds under its condition keys. */
export interface PlacedStatement {
  readonly statement: CompiledStatement;
  readonly place: StatementPlace;
  readonly findings: StatementFinding[];
}

const NO_CONDITIONS: readonly ConditionFinding[] = [];

/**
 * Does a statement match the request? Every element is judged, also where another one fails already: how near a statement comes is
 * worth knowing. A statement with something odd in it never matches for certain. What a statement without conditions comes to is
 * one object for each way in which its elements come out.
 */
export function matchStatement(placed: PlacedStatement, action: Tri, compiled: CompiledRequest): StatementFinding {
  const { statement, place, findings } = placed;
  const resource = matchResources(statement, place.layer, compiled);
  const principal = matchPrincipals(statement, place.layer, compiled);
  if (statement.conditions.length > 0) {
    const conditions = statement.conditions.map((match) => match(compiled.request.context));
    let condition: Tri = 'yes';
    for (const { match } of conditions) condition = and(condition, match);
    return findingOf(placed, sharedElements(action, resource, principal, condition), conditions);
  }
  const elements = sharedElements(action, resource, principal, 'yes');
  for (const finding of findings) if (finding.elements === elements) return finding;
  const finding = findingOf(placed, elements, NO_CONDITIONS);
  findings.push(finding);
  return finding;
}

function findingOf(
  { statement: { source }, place: { layer, level, policy } }: PlacedStatement,
  elements: StatementFinding['elements'],
  conditions: readonly ConditionFinding[],
): StatementFinding {
  const { index, pointer, sid, effect } = source;
  const { action, resource, principal, condition } = elements;
  const whole: Tri = source.unsupportedParts.length > 0 ? 'unknown' : 'yes';
  const match = and(and(and(action, resource), and(principal, condition)), whole);
  return { layer, level, policy, index, pointer, sid, effect, match, elements, conditions };
}
