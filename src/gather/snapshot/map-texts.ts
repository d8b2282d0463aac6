/** The same JSON with every text replaced; keys stay as they are. */
export function mapTexts<T>(json: T, replace: (text: string) => string): T {
  return mapValue(json, replace) as T; // the same shape: only texts change
}

function mapValue(value: unknown, replace: (text: string) => string): unknown {
  if (typeof value === 'string') return replace(value);
  if (Array.isArray(value)) return value.map((item) => mapValue(item, replace));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapValue(item, replace)]));
}
