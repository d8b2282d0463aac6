import type { Layer } from '../../model/layer.ts';
import type { PolicyRef } from '../../model/policy.ts';
import { and, type Tri } from '../../model/tri.ts';
import type { ConditionFinding, StatementFinding } from '../../model/verdict.ts';
import type { CompiledRequest } from '../compiled-request.ts';
import { matchCondition } from '../conditions/match-condition.ts';
import type { CompiledStatement } from './compile-policy.ts';
import { matchActions, matchPrincipals, matchResources } from './match-elements.ts';

/** Where a statement stands. */
export interface StatementPlace {
  readonly layer: Layer;
  /** Index of the level in its layer. */
  readonly level: number;
  readonly policy: PolicyRef;
}

const NO_CONDITIONS: readonly ConditionFinding[] = [];

/**
 * Does a statement match the request? Every element is judged, also where another one fails already: how near a statement comes is
 * worth knowing. A statement with something odd in it never matches for certain.
 */
export function matchStatement(
  statement: CompiledStatement,
  { layer, level, policy }: StatementPlace,
  compiled: CompiledRequest,
): StatementFinding {
  const { source } = statement;
  const action = matchActions(statement, compiled);
  const resource = matchResources(statement, layer, compiled);
  const principal = matchPrincipals(statement, layer, compiled);
  const conditions = matchConditions(statement, compiled);
  let condition: Tri = 'yes';
  for (const { match } of conditions) condition = and(condition, match);
  const whole: Tri = source.unsupportedParts.length > 0 ? 'unknown' : 'yes';
  return {
    layer,
    level,
    policy,
    index: source.index,
    pointer: source.pointer,
    sid: source.sid,
    effect: source.effect,
    match: and(and(and(action, resource), and(principal, condition)), whole),
    elements: { action, resource, principal, condition },
    conditions,
  };
}

function matchConditions(
  { source, variables }: CompiledStatement,
  compiled: CompiledRequest,
): readonly ConditionFinding[] {
  const pairs = source.conditions;
  return pairs.length === 0
    ? NO_CONDITIONS
    : pairs.map((pair) => matchCondition(pair, variables, compiled.request.context));
}
