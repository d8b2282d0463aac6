import type { CompileValue } from './outcome.ts';
import { type Reading, readAndCompare } from './read-and-compare.ts';

/**
 * "Compares the value of the specified key byte for byte against a base-64 encoded representation of the binary value in the policy".
 * A request's binary value is held in base64 too.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_BinaryEquals
 */
export const binaryEquals: CompileValue = readAndCompare({
  what: 'base64',
  readPolicy: readBytes,
  readRequest: readBytes,
  covers: (wanted, requested) => wanted === requested,
});

/** The bytes in their one canonical spelling. Without padding, or in the alphabet for URLs, it is unclear. */
function readBytes(text: string): Reading<string> {
  if (/^[A-Za-z\d+/]*={0,2}$/.test(text) && text.length % 4 === 0)
    return { value: Buffer.from(text, 'base64').toString('base64') };
  return /^[\w+/=-]+$/.test(text) ? 'unclear' : 'none';
}
