import { compilePattern, matchPattern } from '../../evaluate/patterns/match-pattern.ts';

/** IAM knows no longer ARN, and no longer name: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const LONGEST = 2048;

/**
 * True if a pattern with `*` and `?` covers the whole text. Only for comparing near misses: the evaluator decides what matches.
 * Very long texts cover only themselves, which bounds the work.
 */
export function covers(pattern: string, text: string): boolean {
  if (pattern === text) return true;
  if (pattern.length > LONGEST || text.length > LONGEST) return false;
  return matchPattern(compilePattern(pattern), text);
}

/** True if the text has a wildcard. */
export function isPattern(text: string): boolean {
  return /[*?]/.test(text);
}
