/**
 * Three-valued logic: no < unknown < yes; and = minimum, or = maximum (Kleene).
 * "unknown" means that an answer exists which we cannot see, never that there is none.
 */
export type Tri = 'no' | 'unknown' | 'yes';

/** Minimum: "no" beats "unknown" beats "yes". */
export function and(left: Tri, right: Tri): Tri {
  if (left === 'no' || right === 'no') return 'no';
  return left === 'unknown' || right === 'unknown' ? 'unknown' : 'yes';
}

/** Maximum: "yes" beats "unknown" beats "no". */
export function or(left: Tri, right: Tri): Tri {
  if (left === 'yes' || right === 'yes') return 'yes';
  return left === 'unknown' || right === 'unknown' ? 'unknown' : 'no';
}

/** Exchanges yes and no; what is unknown stays unknown. */
export function not(value: Tri): Tri {
  if (value === 'unknown') return 'unknown';
  return value === 'yes' ? 'no' : 'yes';
}

/** The minimum of all; yes for none. */
export function all(values: Iterable<Tri>): Tri {
  let result: Tri = 'yes';
  for (const value of values) {
    if (value === 'no') return 'no';
    if (value === 'unknown') result = 'unknown';
  }
  return result;
}

/** The maximum of all; no for none. */
export function any(values: Iterable<Tri>): Tri {
  let result: Tri = 'no';
  for (const value of values) {
    if (value === 'yes') return 'yes';
    if (value === 'unknown') result = 'unknown';
  }
  return result;
}

/** Yes or no, from something that is certain. */
export function tri(value: boolean): Tri {
  return value ? 'yes' : 'no';
}
