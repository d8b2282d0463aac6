import { unsupported } from '../../model/gap.ts';
import { matchPattern } from '../patterns/match-pattern.ts';
import { type CompileValue, certain, type Outcome } from './outcome.ts';
import { withVariables } from './with-variables.ts';

/**
 * "Exact matching, case sensitive": a wildcard is an ordinary character.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String
 */
export const stringEquals: CompileValue = withVariables({
  compare: ({ literal }, requested) => certain(literal === requested),
  mayMatch: ({ widestLiteral }, requested) => matchPattern(widestLiteral, requested),
});

/** "Exact matching, ignoring case". */
export const stringEqualsIgnoreCase: CompileValue = withVariables({
  compare: ({ literal }, requested) => equalsIgnoringCase(literal, requested),
  mayMatch: () => true,
});

/** "Case-sensitive matching" with `*` and `?` anywhere. */
export const stringLike: CompileValue = withVariables({
  compare: ({ pattern }, requested) => certain(matchPattern(pattern, requested)),
  mayMatch: ({ widest }, requested) => matchPattern(widest, requested),
});

/** Some letters have a partner in one direction only (ß and SS, the Kelvin sign and k): there AWS's way of comparing would have to be known. */
function equalsIgnoringCase(left: string, right: string): Outcome {
  if (left === right) return 'yes';
  const lower = left.toLowerCase() === right.toLowerCase();
  const upper = left.toUpperCase() === right.toUpperCase();
  if (lower === upper) return certain(lower);
  return { mayMatch: true, gap: unsupported(`whether AWS treats "${left}" and "${right}" as equal except for case`) };
}
