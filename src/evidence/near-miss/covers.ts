import { compilePattern, matchPattern } from '../../evaluate/patterns/match-pattern.ts';

/** IAM knows no longer ARN, and no longer name: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const LONGEST = 2048;

/**
 * Does a pattern with `*` and `?` cover the whole text? Only for telling misses apart: what matches is the evaluator's to say.
 * Longer texts cover only themselves, so that the work stays bounded whatever a policy holds.
 */
export function covers(pattern: string, text: string): boolean {
  if (pattern === text) return true;
  if (pattern.length > LONGEST || text.length > LONGEST) return false;
  return matchPattern(compilePattern(pattern), text);
}

/** True for a text that is a pattern. */
export function isPattern(text: string): boolean {
  return /[*?]/.test(text);
}
