type Defined<T> = { readonly [Name in keyof T]?: Exclude<T[Name], undefined> };

/** The values that there are: an option that was not given has no key. */
export function defined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>; // the same names and values
}
