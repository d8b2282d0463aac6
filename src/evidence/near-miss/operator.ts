import type { OperatorFamily } from '../../evaluate/conditions/operators.ts';
import { meantOperator } from '../../evaluate/conditions/read-operator.ts';

/** A condition operator: the one that was meant, even if it is misspelt. */
export interface Operator {
  /** In AWS's spelling; as written in the policy if AWS has no such operator. */
  readonly name: string;
  readonly family: OperatorFamily | 'other';
  readonly negated: boolean;
  readonly patterns: boolean;
  readonly ifExists: boolean;
  readonly set: 'ForAllValues' | 'ForAnyValue' | null;
}

/** Reads the name of a condition operator; its family is `other` if AWS has no such operator. */
export function operatorOf(text: string): Operator {
  const meant = meantOperator(text);
  if (meant === undefined)
    return { name: text, family: 'other', negated: false, patterns: false, ifExists: false, set: null };
  const { name, family, negated, patterns } = meant.operator;
  return { name, family, negated, patterns, ifExists: meant.ifExists, set: meant.set };
}
