import { compareDecimals, readDecimal } from './decimal.ts';
import type { CompileValue } from './outcome.ts';
import { readAndCompare } from './read-and-compare.ts';

/**
 * A Numeric operator: `holds` judges the order of the request's number against the policy's.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric
 */
export function numeric(holds: (order: number) => boolean): CompileValue {
  return readAndCompare({
    what: 'a number',
    readPolicy: readDecimal,
    readRequest: readDecimal,
    covers: (wanted, requested) => holds(compareDecimals(requested, wanted)),
  });
}
