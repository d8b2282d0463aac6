/** A list that cannot be empty: the compiler then refuses a cause without evidence. */
export type NonEmpty<T> = readonly [T, ...T[]];

/** The list as a non-empty one, or undefined where it is empty. */
export function nonEmpty<T>(list: readonly T[]): NonEmpty<T> | undefined {
  const [first, ...rest] = list;
  return first === undefined ? undefined : [first, ...rest];
}
