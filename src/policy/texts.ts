import type { Located } from './policy-document.ts';

/** The texts of an element, each with its pointer. */
export interface LocatedTexts {
  readonly texts: readonly Located[];
  /** False if one of the values is not a text, number or boolean. */
  readonly complete: boolean;
}

/** Reads one text or a list of texts. Numbers and booleans count as JSON writes them. */
export function locatedTexts(value: unknown, pointer: string): LocatedTexts {
  if (!Array.isArray(value)) {
    const text = textOf(value);
    return text === undefined ? { texts: [], complete: false } : { texts: [{ value: text, pointer }], complete: true };
  }
  const texts: Located[] = [];
  for (const [index, each] of value.entries()) {
    const text = textOf(each);
    if (text !== undefined) texts.push({ value: text, pointer: `${pointer}/${index}` });
  }
  return { texts, complete: texts.length === value.length };
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
