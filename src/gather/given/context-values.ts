/** The values of a condition key, whose case does not count; none where it is not there. `key` in lower case. */
export function contextValues(
  context: Readonly<Record<string, string | readonly string[]>>,
  key: string,
): readonly string[] {
  const entry = Object.entries(context).find(([name]) => name.toLowerCase() === key);
  return entry === undefined ? [] : [entry[1]].flat();
}
