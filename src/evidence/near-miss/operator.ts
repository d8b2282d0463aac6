import type { OperatorFamily } from '../../evaluate/conditions/operators.ts';
import { meantOperator } from '../../evaluate/conditions/read-operator.ts';

/** A condition operator as a near miss sees it: what was meant, however it is spelt. */
export interface Operator {
  /** In AWS's spelling; as the policy writes it where AWS has none of that name. */
  readonly name: string;
  readonly family: OperatorFamily | 'other';
  readonly negated: boolean;
  readonly patterns: boolean;
  readonly ifExists: boolean;
  readonly set: 'ForAllValues' | 'ForAnyValue' | null;
}

/** Takes a policy's condition operator apart; `other` where AWS has none like it. */
export function operatorOf(text: string): Operator {
  const meant = meantOperator(text);
  if (meant === undefined)
    return { name: text, family: 'other', negated: false, patterns: false, ifExists: false, set: null };
  const { name, family, negated, patterns } = meant.operator;
  return { name, family, negated, patterns, ifExists: meant.ifExists, set: meant.set };
}
