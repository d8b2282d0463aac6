/** Differences that have a cause of their own. */
export type DifferenceKind =
  | 'account'
  | 'api-name'
  | 'bucket-vs-object'
  | 'case'
  | 'characters'
  | 'inside'
  | 'key-alias'
  | 'key-name'
  | 'left-out'
  | 'list-in-text'
  | 'literal-pattern'
  | 'multivalued'
  | 'needed'
  | 'not-an-arn'
  | 'other-service'
  | 'partition'
  | 'path'
  | 'principal-key'
  | 'region'
  | 'resource-type'
  | 'secret-suffix'
  | 'service'
  | 'service-host'
  | 'session-arn'
  | 'unique-id'
  | 'unknown-action'
  | 'wildcard'
  | 'wildcard-only';

/** How two things differ, in words, and how far they are apart: 0 is the same, 1 one letter, `FAR` and more another thing. */
export interface Difference {
  /** Only where a cause of its own explains it. */
  readonly kind?: DifferenceKind;
  readonly words: string;
  readonly distance: number;
}

/** From here on two names have nothing to do with each other. */
export const FAR = 8;

/** Several differences of one text: all words, all distances together; undefined where there is none. */
export function joined(differences: readonly (Difference | undefined)[]): Difference | undefined {
  const found = differences.filter((difference) => difference !== undefined);
  if (found.length === 0) return undefined;
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  return {
    words: found.map(({ words }) => words).join(', and '),
    distance: found.reduce((sum, { distance }) => sum + distance, 0),
  };
}

/** Two ARNs fit in it: what is longer is no name, and nobody reads it. */
const LONGEST_WORDS = 4096;

/** A text of a policy or a request as a sentence may hold it. */
export function cut(text: string): string {
  return text.length <= LONGEST_WORDS ? text : `${text.slice(0, LONGEST_WORDS)}…`;
}
