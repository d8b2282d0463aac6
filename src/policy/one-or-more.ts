/** Values of an element as a policy writes them: one alone as a text, several as a list. */
export function oneOrMore(values: readonly string[]): string | readonly string[] {
  const [only, ...others] = values;
  return only !== undefined && others.length === 0 ? only : values;
}
