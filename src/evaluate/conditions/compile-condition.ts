import { type Gap, unsupported } from '../../model/gap.ts';
import type { Tri } from '../../model/tri.ts';
import type { ConditionPair } from '../../policy/policy-document.ts';
import { isPartlyRemoved } from '../patterns/removed.ts';
import { compileVoid, type IsVoid } from './judge-void.ts';
import type { ValueTest } from './outcome.ts';
import { readOperator, type WrittenOperator } from './read-operator.ts';
import { acrossRemoved } from './removed-values.ts';

/** A condition that is ready to be judged for any request. */
export type CompiledCondition =
  | { readonly kind: 'unsupported'; readonly gap: Gap }
  | { readonly kind: 'presence'; readonly texts: readonly string[]; readonly unread: Gap | null }
  | {
      readonly kind: 'values';
      readonly set: WrittenOperator['set'];
      readonly ifExists: boolean;
      readonly negated: boolean;
      readonly tests: readonly ValueTest[];
      /** The tests where a secret was taken out of the value of the request. */
      readonly testsAcrossRemoved: readonly ValueTest[];
      readonly isVoid: IsVoid | null;
      /** Set where the policy holds a value that cannot be read. */
      readonly unread: Gap | null;
    };

/** Compiles an operator-key pair. `variables`: do policy variables work in the policy? */
export function compileCondition(pair: ConditionPair, variables: Tri): CompiledCondition {
  const written = readOperator(pair.operator);
  if (typeof written === 'string') return { kind: 'unsupported', gap: unsupported(written) };
  if (pair.values.length === 0 && pair.complete)
    return { kind: 'unsupported', gap: unsupported(`${pair.operator} ${pair.key} without values`) };
  const unread = pair.complete ? null : unsupported(`a value of ${pair.operator} ${pair.key} that is not a string`);
  const { operator, set, ifExists } = written;
  if (operator.family === 'presence') return { kind: 'presence', texts: pair.values.map(({ value }) => value), unread };
  const plain = pair.values.map(({ value }) => operator.compile(value, variables));
  const testsAcrossRemoved = plain.map((test, index) => acrossRemoved(pair.values[index]?.value ?? '', test));
  const tests = pair.values.some(({ value }) => isPartlyRemoved(value)) ? testsAcrossRemoved : plain;
  const takesVariables = operator.family === 'string' || operator.family === 'arn';
  const isVoid = takesVariables ? compileVoid(pair, variables) : null;
  return { kind: 'values', set, ifExists, negated: operator.negated, tests, testsAcrossRemoved, isVoid, unread };
}
