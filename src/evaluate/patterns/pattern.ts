/** `?`: exactly one character. */
export const ANY_ONE = -1;
/** `*`: any characters, also none. */
export const ANY_MANY = -2;

/**
 * A text with wildcards, compiled. Characters that came from a variable's value or from `${*}` are ordinary ones.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String
 */
export interface Pattern {
  /** The fixed beginning, up to the first wildcard. */
  readonly head: string;
  /** The rest from the first wildcard on: UTF-16 units, ANY_ONE, ANY_MANY. Empty where there is no wildcard. */
  readonly tail: readonly number[];
}

/** A piece of a pattern: with wildcards, or taken literally. */
export interface PatternPart {
  readonly text: string;
  readonly literal: boolean;
}

/** Everything. */
export const ANYTHING: PatternPart = { text: '*', literal: false };
