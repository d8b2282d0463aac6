import { conditionMatch } from '../../../src/evaluate/conditions/match-condition.ts';
import type { RequestContext } from '../../../src/model/request.ts';
import type { Tri } from '../../../src/model/tri.ts';
import type { ConditionFinding } from '../../../src/model/verdict.ts';
import type { ConditionPair } from '../../../src/policy/policy-document.ts';

/** Compiles a pair and judges it. `variables`: do policy variables work in the policy? */
export function matchCondition(pair: ConditionPair, variables: Tri, context: RequestContext): ConditionFinding {
  return conditionMatch(pair, variables)(context);
}
