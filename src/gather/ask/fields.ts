/** An object in an answer of AWS. Its values are unchecked. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value if it is a plain object, else undefined. */
export function fieldsOf(value: unknown): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return value as Fields; // a plain object: its values stay unknown
}

/** The value if it is a text, else undefined. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The value if it is a list, else undefined: a missing list is not an empty one. */
export function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** A time as ISO 8601, from a Date of the SDK or the text in a file. Null if it is neither. */
export function timeOf(value: unknown): string | null {
  const time = value instanceof Date ? value : typeof value === 'string' ? new Date(value) : undefined;
  return time === undefined || Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/**
 * Reads every element of a list. Undefined if there is no list, or if one element cannot be read: the rest of a list would look like
 * the whole.
 */
export function readAll<T>(
  list: readonly unknown[] | undefined,
  read: (element: unknown) => T | undefined,
): T[] | undefined {
  const result: T[] = [];
  for (const element of list ?? []) {
    const value = read(element);
    if (value === undefined) return undefined;
    result.push(value);
  }
  return list === undefined ? undefined : result;
}
