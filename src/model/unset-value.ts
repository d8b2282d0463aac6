const UNSET: ReadonlySet<string> = new Set(['null', 'undefined', 'none', 'nan']);

/** True for what programs write in place of a value that was not set: `undefined`, `None`. */
export function isUnsetValue(text: string): boolean {
  return UNSET.has(text.toLowerCase());
}
