import { isInRange, readAddress, readRange } from './address.ts';
import type { CompileValue } from './outcome.ts';
import { readAndCompare } from './read-and-compare.ts';

/**
 * "The specified IP address or range", IPv4 or IPv6.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress
 */
export const ipAddress: CompileValue = readAndCompare({
  what: 'an IP address',
  readPolicy: readRange,
  readRequest: readAddress,
  covers: isInRange,
});
