import { compareNames } from './compare-names.ts';
import { covers, isPattern } from './covers.ts';
import type { Difference } from './difference.ts';

/** A part of a policy's ARN, perhaps a pattern, against the part that was asked for. Undefined where it covers it. */
export function comparePatterns(policy: string, asked: string): Difference | undefined {
  if (policy === asked || covers(policy, asked)) return undefined;
  if (!isPattern(policy)) return compareNames(policy, asked);
  if (covers(policy.trim(), asked)) return { kind: 'characters', words: 'white space around it', distance: 0.5 };
  if (covers(policy.toLowerCase(), asked.toLowerCase()))
    return { kind: 'case', words: `other case: ${policy} does not cover ${asked}`, distance: 0.5 };
  return {
    kind: 'wildcard',
    words: `the wildcard does not cover it: ${policy}, not ${asked}`,
    distance: 2 + remoteness(policy, asked),
  };
}

/** How much of the fixed beginning of a pattern the text does not have: a pattern for something else is far. */
export function remoteness(policy: string, asked: string): number {
  const fixed = policy.slice(0, policy.search(/[*?]/));
  let same = 0;
  while (same < fixed.length && fixed[same] === asked[same]) same += 1;
  return fixed.length === 0 ? 0 : (3 * (fixed.length - same)) / fixed.length;
}
