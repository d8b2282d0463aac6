/** IAM knows no longer ARN, and no longer name: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const LONGEST = 2048;

/**
 * Does a pattern with `*` and `?` cover the whole text? Only for telling misses apart: what matches is the evaluator's to say.
 * Work is bounded by the product of the lengths; it never backtracks further than the last star. Longer texts cover only themselves.
 */
export function covers(pattern: string, text: string): boolean {
  if (pattern.length > LONGEST || text.length > LONGEST) return pattern === text;
  let p = 0;
  let t = 0;
  let star = -1;
  let from = 0;
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p;
      from = t;
      p += 1;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p += 1;
      t += 1;
    } else if (star >= 0) {
      p = star + 1;
      from += 1;
      t = from;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*') p += 1;
  return p === pattern.length;
}

/** True for a text that is a pattern. */
export function isPattern(text: string): boolean {
  return /[*?]/.test(text);
}
