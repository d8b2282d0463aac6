/** True where one of the strings in a value, at whatever depth, is the text. Names of properties do not count. */
export function holdsText(value: unknown, text: string): boolean {
  if (typeof value === 'string') return value === text;
  return typeof value === 'object' && value !== null && Object.values(value).some((part) => holdsText(part, text));
}
