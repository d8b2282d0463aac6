import { ANY_MANY, ANY_ONE, type Pattern, type PatternPart } from './pattern.ts';

/** Compiles a text in which `*` and `?` are wildcards. */
export function compilePattern(text: string): Pattern {
  const wildcard = text.search(/[*?]/);
  if (wildcard < 0) return { head: text, tail: [] };
  return { head: text.slice(0, wildcard), tail: unitsOf({ text: text.slice(wildcard), literal: false }) };
}

/** Compiles a text of which some parts are literal, whatever they hold. */
export function joinPattern(parts: readonly PatternPart[]): Pattern {
  return patternOf(parts.flatMap(unitsOf));
}

/**
 * Does the pattern cover the whole text? `*` and `?` cover any characters, `/` and `:` among them. Case-sensitive.
 * A mismatch goes back to the last `*` only, so that the work is bounded by the product of the lengths.
 */
export function matchPattern(pattern: Pattern, text: string): boolean {
  const { head, tail } = pattern;
  if (tail.length === 0) return head === text;
  if (!text.startsWith(head)) return false;
  return (tail.length === 1 && tail[0] === ANY_MANY) || matchTail(tail, text, head.length);
}

/**
 * The pattern cut at its first colons into at most `count` parts, the last of which keeps its colons: an ARN's components.
 * Fewer where it has fewer colons.
 */
export function splitPattern(pattern: Pattern, count: number): readonly Pattern[] {
  const units = [...unitsOf({ text: pattern.head, literal: true }), ...pattern.tail];
  const parts: Pattern[] = [];
  let from = 0;
  while (parts.length < count - 1) {
    const colon = units.indexOf(COLON, from);
    if (colon < 0) break;
    parts.push(patternOf(units.slice(from, colon)));
    from = colon + 1;
  }
  return [...parts, patternOf(units.slice(from))];
}

const COLON = ':'.charCodeAt(0);

function matchTail(tail: readonly number[], text: string, start: number): boolean {
  let at = 0;
  let unit = start;
  let star = -1;
  let retry = start;
  while (unit < text.length) {
    const wanted = tail[at];
    if (wanted === ANY_MANY) {
      star = at;
      retry = unit;
      at += 1;
    } else if (wanted === ANY_ONE) {
      at += 1;
      unit += isPair(text, unit) ? 2 : 1;
    } else if (wanted === text.charCodeAt(unit)) {
      at += 1;
      unit += 1;
    } else if (star >= 0) {
      at = star + 1;
      retry += 1;
      unit = retry;
    } else {
      return false;
    }
  }
  while (tail[at] === ANY_MANY) at += 1;
  return at === tail.length;
}

/** A character outside of the basic plane is one character in two units. */
function isPair(text: string, unit: number): boolean {
  return (text.codePointAt(unit) ?? 0) > 0xffff;
}

function unitsOf({ text, literal }: PatternPart): number[] {
  const units: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (literal || (character !== '*' && character !== '?')) units.push(text.charCodeAt(index));
    else if (character === '?') units.push(ANY_ONE);
    else if (units.at(-1) !== ANY_MANY) units.push(ANY_MANY);
  }
  return units;
}

function patternOf(units: readonly number[]): Pattern {
  const wildcard = units.findIndex((unit) => unit < 0);
  const end = wildcard < 0 ? units.length : wildcard;
  let head = '';
  for (let index = 0; index < end; index += 1) head += String.fromCharCode(units[index] ?? 0);
  return { head, tail: units.slice(end) };
}
