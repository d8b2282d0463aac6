/**
 * Waits for all promises of an object, which run at the same time, and gives the same object with their values. Rejects with the first
 * rejection.
 */
export async function allOf<T extends object>(started: T): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const entries = Object.entries(started).map(async ([name, value]) => [name, await value] as const);
  return Object.fromEntries(await Promise.all(entries)) as { [K in keyof T]: Awaited<T[K]> }; // the names it was given
}
