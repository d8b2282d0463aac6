import { unsupported } from '../../model/gap.ts';
import type { ContextValue, RequestContext } from '../../model/request.ts';
import { isPartlyRemoved } from '../patterns/removed.ts';
import { type Answer, definite, firstOf, NO, unknown, YES } from './answer.ts';
import type { CompiledCondition } from './compile-condition.ts';

type Condition = Extract<CompiledCondition, { kind: 'values' }>;
type Known = Extract<ContextValue, { status: 'known' }>;

/**
 * The answer where the request lacks the key: false, true for a negated operator ("requires that the key is not matched"), true with
 * IfExists and ForAllValues, false with ForAnyValue.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export function judgeMissing({ set, ifExists, negated }: Condition): Answer {
  if (ifExists || set === 'ForAllValues') return YES;
  return definite(set === null && negated);
}

/** The answer where the request has the key. */
export function judgeValues(condition: Condition, { values, multivalued }: Known, context: RequestContext): Answer {
  const [only] = values;
  if (condition.set !== null) return judgeSet(condition, values, context);
  if (!multivalued && values.length === 1 && only !== undefined) return judgeValue(condition, only, context);
  return judgeMany(condition, values, context);
}

/**
 * "Multivalued context keys require a condition set operator"; what happens without one is not documented. Where no value would do by
 * itself, it is no in any reading.
 */
function judgeMany(condition: Condition, values: readonly string[], context: RequestContext): Answer {
  const answers = values.map((value) => judgeValue(condition, value, context));
  if (answers.length > 0 && answers.every((answer) => answer.match === 'no')) return NO;
  return unknown(
    unsupported('a condition key with several values under an operator without ForAllValues or ForAnyValue'),
  );
}

/** ForAllValues: every value of the request; ForAnyValue: one at least. */
function judgeSet(condition: Condition, values: readonly string[], context: RequestContext): Answer {
  const compared = firstOf(
    condition.set === 'ForAllValues' ? 'no' : 'yes',
    values.map((value) => judgeValue(condition, value, context)),
  );
  if (values.some((value) => value !== '')) return compared;
  // No value, or an empty one, which AWS's pages called an empty data set at times.
  const asEmptySet = definite(condition.set === 'ForAllValues');
  const asMissing = judgeMissing(condition);
  if (asEmptySet.match === compared.match && asMissing.match === compared.match) return compared;
  return unknown(unsupported('how a set operator treats a condition key with an empty value'));
}

/** One value of the request against the values of the policy: any of them, or none for a negated operator. */
function judgeValue(condition: Condition, requested: string, context: RequestContext): Answer {
  const { negated, unread } = condition;
  const tests = isPartlyRemoved(requested) ? condition.testsAcrossRemoved : condition.tests;
  let gap = unread;
  for (const test of tests) {
    const outcome = test(requested, context);
    if (outcome === 'yes') return negated ? NO : YES;
    if (outcome !== 'no' && (negated || outcome.mayMatch)) gap ??= outcome.gap;
  }
  if (gap !== null) return unknown(gap);
  return negated ? YES : NO;
}
