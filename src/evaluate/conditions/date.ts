import { compareInstants, readInstant } from './instant.ts';
import type { CompileValue } from './outcome.ts';
import { readAndCompare } from './read-and-compare.ts';

/**
 * A Date operator: `holds` judges the order of the request's time against the policy's.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
 */
export function date(holds: (order: number) => boolean): CompileValue {
  return readAndCompare({
    what: 'a time',
    readPolicy: readInstant,
    readRequest: readInstant,
    covers: (wanted, requested) => holds(compareInstants(requested, wanted)),
  });
}
