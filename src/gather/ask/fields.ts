/** An object of an answer; its values are checked one by one. */
export type Fields = Readonly<Record<string, unknown>>;

/** A plain object; undefined for anything else. */
export function fieldsOf(value: unknown): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return value as Fields; // a plain object: its values stay unknown
}

/** A text that AWS sent; undefined for anything else. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A list that AWS sent; undefined where there is none, which is not the same as an empty one. */
export function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** A time as ISO 8601, from a Date of the SDK or the text of a file; null where there is none. */
export function timeOf(value: unknown): string | null {
  const time = value instanceof Date ? value : typeof value === 'string' ? new Date(value) : undefined;
  return time === undefined || Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/** Every element read, or undefined where one cannot be: half a list would hide the rest. */
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
