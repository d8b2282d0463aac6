const NOWHERE: readonly number[] = [];

/** All positions of a literal, from left to right, not overlapping. Hundreds of literals are looked for in a text that has a few of them. */
export function positionsOf(text: string, literal: string): readonly number[] {
  let at = text.indexOf(literal);
  if (at < 0) return NOWHERE;
  const found: number[] = [];
  for (; at >= 0; at = text.indexOf(literal, at + literal.length)) found.push(at);
  return found;
}

/** Matches a sticky pattern at one position. Patterns must be bounded, so that the cost does not depend on the text. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** All matches of a global pattern, which must begin with a literal and be bounded: then the work is linear in the text. */
export function matchesOf(pattern: RegExp, text: string): Iterable<RegExpExecArray> {
  return text.matchAll(pattern);
}
