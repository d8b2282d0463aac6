import type { Tri } from '../../model/tri.ts';
import { compileVariables, type Expansion } from '../variables/expand-variables.ts';
import type { CompileValue, Outcome } from './outcome.ts';

/** How an operator compares a text that is known, and whether one that is not could match. */
export interface TextComparison {
  readonly compare: (expansion: Extract<Expansion, { status: 'known' }>, requested: string) => Outcome;
  readonly mayMatch: (expansion: Extract<Expansion, { status: 'unknown' }>, requested: string) => boolean;
}

/**
 * An operator that takes policy variables: the string and ARN operators. A text with a variable that has no value equals nothing and
 * is like nothing, so that negated operators match.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value
 */
export function withVariables({ compare, mayMatch }: TextComparison): CompileValue {
  return (text: string, variables: Tri) => {
    const expand = compileVariables(text, variables);
    return (requested, context) => {
      const expansion = expand(context);
      switch (expansion.status) {
        case 'known':
          return compare(expansion, requested);
        case 'missing':
          return 'no';
        case 'unknown':
          return { mayMatch: mayMatch(expansion, requested), gap: expansion.gap };
      }
    };
  };
}
