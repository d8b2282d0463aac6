/** All positions of a literal, from left to right, not overlapping. */
export function* positionsOf(text: string, literal: string): Generator<number> {
  for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + literal.length)) yield at;
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
