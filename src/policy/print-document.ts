import { escapeKey, parentPointer } from './pointer.ts';

/** The first and last line of a value, from 1. */
interface PrintedPlace {
  readonly first: number;
  readonly last: number;
}

/** A document as we print it, with the lines of each value. */
export interface PrintedDocument {
  readonly text: string;
  /** For a pointer to a value that does not exist: the lines of the innermost value on its way. */
  readonly placeOf: (pointer: string) => PrintedPlace;
}

const cache = new WeakMap<object, PrintedDocument>();

/**
 * Prints JSON as `JSON.stringify(document, null, 2)` does, and keeps the lines of every value. IAM returns policies in any layout, so
 * that line numbers fit an excerpt only if we print the text ourselves.
 */
export function printDocument(document: unknown): PrintedDocument {
  if (typeof document !== 'object' || document === null) return print(document);
  const known = cache.get(document);
  if (known !== undefined) return known;
  const printed = print(document);
  cache.set(document, printed);
  return printed;
}

function print(document: unknown): PrintedDocument {
  const lines: string[] = [''];
  const places = new Map<string, PrintedPlace>();
  printValue(document ?? null, '', '', lines, places);
  const whole = { first: 1, last: lines.length };
  return {
    text: lines.join('\n'),
    placeOf(pointer) {
      for (let at: string | undefined = pointer; at !== undefined; at = parentPointer(at)) {
        const place = places.get(at);
        if (place !== undefined) return place;
      }
      return whole;
    },
  };
}

function printValue(
  value: unknown,
  pointer: string,
  indent: string,
  lines: string[],
  places: Map<string, PrintedPlace>,
): void {
  const first = lines.length;
  if (typeof value === 'object' && value !== null) {
    const isList = Array.isArray(value);
    const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
    append(lines, isList ? '[' : '{');
    for (const [index, [key, child]] of entries.entries()) {
      lines.push(`${indent}  ${isList ? '' : `${JSON.stringify(key)}: `}`);
      printValue(child ?? null, `${pointer}/${escapeKey(key)}`, `${indent}  `, lines, places);
      if (index < entries.length - 1) append(lines, ',');
    }
    if (entries.length > 0) lines.push(indent);
    append(lines, isList ? ']' : '}');
  } else {
    append(lines, JSON.stringify(value) ?? 'null');
  }
  places.set(pointer, { first, last: lines.length });
}

function append(lines: string[], text: string): void {
  lines[lines.length - 1] += text;
}
