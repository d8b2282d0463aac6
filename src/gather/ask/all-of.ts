/**
 * Waits for all promises of an object, which run at the same time, and gives the same object with their values. Rejects with the first
 * rejection.
 */
export async function allOf<T extends object>(started: T): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const values = await Promise.all(Object.values(started));
  const entries = Object.keys(started).map((name, index) => [name, values[index]]);
  return Object.fromEntries(entries) as { [K in keyof T]: Awaited<T[K]> }; // the names it was given
}
