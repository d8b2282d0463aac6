import { defineMiss } from './miss-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String */
export const literalPattern = defineMiss({
  id: 'literal-pattern',
  kind: 'literal-pattern',
  doc: {
    what: 'compares a pattern by an operator that takes wildcards literally.',
    why: 'StringEquals knows no wildcards; StringLike does. ArnEquals and ArnLike both do.',
    fix: 'Use StringLike, or write the value out.',
  },
});
