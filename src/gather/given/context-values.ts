/** The values of a condition key, which is given in lower case. Empty if the context does not have the key. */
export function contextValues(
  context: Readonly<Record<string, string | readonly string[]>>,
  key: string,
): readonly string[] {
  const entry = Object.entries(context).find(([name]) => name.toLowerCase() === key);
  return entry === undefined ? [] : [entry[1]].flat();
}
