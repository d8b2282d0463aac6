import type { Located } from '../../policy/policy-document.ts';
import { covers } from './covers.ts';

/** Differences that are worth a name of their own; most are the end of a cause's id (`identity.account`). */
export type DifferenceKind =
  | 'account'
  | 'action-prefix'
  | 'api-name'
  | 'arn-region'
  | 'bucket-vs-object'
  | 'case'
  | 'characters'
  | 'condition-key'
  | 'contained'
  | 'key-alias'
  | 'left-out'
  | 'list-in-text'
  | 'literal-pattern'
  | 'multivalued-key'
  | 'needed-action'
  | 'not-an-arn'
  | 'partition'
  | 'path'
  | 'principal-key'
  | 'resource-type'
  | 'secret-suffix'
  | 'service'
  | 'service-host'
  | 'session-arn'
  | 'stale-principal'
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

/** The text of an element that comes nearest to what was asked for. */
export interface NearestText {
  readonly text: Located;
  readonly asked: string;
  readonly difference: Difference;
}

/** Undefined where none of the texts comes near. */
export function nearestText<T extends Located>(
  texts: readonly T[],
  asked: string,
  compare: (policy: string, asked: string, text: T) => Difference | undefined,
): NearestText | undefined {
  let nearest: NearestText | undefined;
  for (const text of texts) {
    const difference = compare(text.value, asked, text);
    if (difference !== undefined && difference.distance < (nearest?.difference.distance ?? FAR))
      nearest = { text, asked, difference };
  }
  return nearest;
}

/** An Allow with NotAction or NotResource leaves out what it names. */
export function leftOut(texts: readonly Located[], element: string, asked: string): NearestText | undefined {
  const lower = asked.toLowerCase();
  const text = texts.find(({ value }) => covers(value.toLowerCase(), lower)) ?? texts[0];
  if (text === undefined) return undefined;
  const words = texts.length === 1 ? `${element} leaves it out` : `${element} leaves out ${text.value}`;
  return { text, asked, difference: { kind: 'left-out', words, distance: 2 } };
}
