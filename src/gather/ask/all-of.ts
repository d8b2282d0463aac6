/** Each by its name, once all have come: they run at the same time. Rejects with the first that rejects. */
export async function allOf<T extends object>(started: T): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const entries = Object.entries(started).map(async ([name, value]) => [name, await value] as const);
  return Object.fromEntries(await Promise.all(entries)) as { [K in keyof T]: Awaited<T[K]> }; // the names it was given
}
