/** Escapes a key as one part of a JSON pointer. https://www.rfc-editor.org/rfc/rfc6901 */
export function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The keys of a pointer, unescaped. Empty for the whole document. */
export function pointerKeys(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value at a pointer. Undefined if there is none. Inherited properties do not count. */
export function getPointer(document: unknown, pointer: string): unknown {
  let at: unknown = document;
  for (const key of pointerKeys(pointer)) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[key]; // an object or a list, and both are read by key
  }
  return at;
}

/** The pointer to the object or list that has the value at `pointer`. Undefined for the whole document. */
export function parentPointer(pointer: string): string | undefined {
  const slash = pointer.lastIndexOf('/');
  return slash < 0 ? undefined : pointer.slice(0, slash);
}
