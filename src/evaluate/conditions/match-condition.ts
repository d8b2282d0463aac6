import type { ContextValue, RequestContext } from '../../model/request.ts';
import type { Tri } from '../../model/tri.ts';
import type { ConditionFinding } from '../../model/verdict.ts';
import type { ConditionPair } from '../../policy/policy-document.ts';
import { type Answer, unknown } from './answer.ts';
import { type CompiledCondition, compileCondition } from './compile-condition.ts';
import { judgeMissing, judgeValues } from './judge-values.ts';
import { judgeVoid } from './judge-void.ts';
import { judgeNull } from './null.ts';

/**
 * Does an operator-key pair of a Condition hold for the request? A key that is not known is unknown under every operator, unless
 * the policy's values match nothing whatever it is; missing is something else. `variables`: do policy variables work in the policy?
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
 */
export function matchCondition(pair: ConditionPair, variables: Tri, context: RequestContext): ConditionFinding {
  const request = context.get(pair.key);
  const { match, gap } = judge(compileCondition(pair, variables), request, context);
  const finding = { operator: pair.operator, key: pair.key, pointer: pair.pointer, match, request };
  return gap === null ? finding : { ...finding, gap };
}

function judge(condition: CompiledCondition, request: ContextValue, context: RequestContext): Answer {
  if (condition.kind === 'unsupported') return unknown(condition.gap);
  const settled = condition.kind === 'values' ? judgeVoid(condition, context) : undefined;
  if (settled !== undefined) return settled;
  if (request.status === 'unknown') return unknown(request.gap);
  if (condition.kind === 'presence') return judgeNull(condition, request);
  return request.status === 'missing' ? judgeMissing(condition) : judgeValues(condition, request, context);
}
