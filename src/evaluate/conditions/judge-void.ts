import type { RequestContext } from '../../model/request.ts';
import type { Tri } from '../../model/tri.ts';
import type { ConditionPair } from '../../policy/policy-document.ts';
import { compileVariables } from '../variables/expand-variables.ts';
import { hasVariables } from '../variables/template.ts';
import { type Answer, NO, YES } from './answer.ts';
import type { WrittenOperator } from './read-operator.ts';

/** Does each value of a condition hang on a policy variable that certainly has no value, so that none of them matches anything? */
export type IsVoid = (context: RequestContext) => boolean;

/** For the string and ARN operators, which take variables. Null where some value of the condition stands without one. */
export function compileVoid({ values, complete }: ConditionPair, variables: Tri): IsVoid | null {
  if (!complete || variables !== 'yes' || !values.every(({ value }) => hasVariables(value))) return null;
  const expansions = values.map(({ value }) => compileVariables(value, variables));
  return (context) => expansions.every((expand) => expand(context).status === 'missing');
}

/** A condition that may be void. */
interface Voidable extends Pick<WrittenOperator, 'set' | 'ifExists'> {
  readonly isVoid: IsVoid | null;
  readonly negated: boolean;
}

/**
 * The answer where no value of the condition matches anything, if it is the same whatever the request has under the key, and also
 * without the key: then the key need not be known. A positive operator is false; with IfExists or ForAllValues it is true without the
 * key. A negated operator is true under ForAllValues; under ForAnyValue it is false without the key, and what a plain one makes of
 * several values is not documented.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value
 */
export function judgeVoid({ isVoid, negated, ifExists, set }: Voidable, context: RequestContext): Answer | undefined {
  if (isVoid === null) return undefined;
  const same = negated ? set === 'ForAllValues' : set !== 'ForAllValues' && !ifExists;
  if (!same || !isVoid(context)) return undefined;
  return negated ? YES : NO;
}
