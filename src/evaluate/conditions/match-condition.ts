import type { ContextValue, RequestContext } from '../../model/request.ts';
import type { Tri } from '../../model/tri.ts';
import type { ConditionFinding } from '../../model/verdict.ts';
import type { ConditionPair } from '../../policy/policy-document.ts';
import { hasVariables } from '../variables/template.ts';
import { type Answer, unknown } from './answer.ts';
import { type CompiledCondition, compileCondition } from './compile-condition.ts';
import { judgeMissing, judgeValues } from './judge-values.ts';
import { judgeVoid } from './judge-void.ts';
import { judgeNull } from './null.ts';

/** Does an operator-key pair of a Condition hold for a request? */
export type ConditionMatch = (context: RequestContext) => ConditionFinding;

/**
 * Compiles an operator-key pair. A key that is not known is unknown under every operator, unless the policy's values match nothing whatever
 * it is; missing is something else. The last finding is kept for as long as the request has the same under the key: without variables
 * nothing else decides. `variables`: do policy variables work in the policy?
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
 */
export function conditionMatch(pair: ConditionPair, variables: Tri): ConditionMatch {
  const condition = compileCondition(pair, variables);
  const { operator, key, pointer } = pair;
  const isFixed = !pair.values.some(({ value }) => hasVariables(value));
  let last: ConditionFinding | undefined;
  return (context) => {
    const request = context.get(key);
    if (isFixed && last?.request === request) return last;
    const { match, gap } = judge(condition, request, context);
    const finding = { operator, key, pointer, match, request };
    last = gap === null ? finding : { ...finding, gap };
    return last;
  };
}

function judge(condition: CompiledCondition, request: ContextValue, context: RequestContext): Answer {
  if (condition.kind === 'unsupported') return unknown(condition.gap);
  const settled = condition.kind === 'values' ? judgeVoid(condition, context) : undefined;
  if (settled !== undefined) return settled;
  if (request.status === 'unknown') return unknown(request.gap);
  if (condition.kind === 'presence') return judgeNull(condition, request);
  return request.status === 'missing' ? judgeMissing(condition) : judgeValues(condition, request, context);
}
