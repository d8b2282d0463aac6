import type { Located } from '../../policy/policy-document.ts';
import { covers } from './covers.ts';

/** Differences that have a name of their own; most names are the end of a cause's id (`identity.account`). */
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

/** How two texts differ, in words, and how far they are apart: 0 is the same, 1 one letter, `FAR` or more something else. */
export interface Difference {
  /** Only for differences that have a name. */
  readonly kind?: DifferenceKind;
  readonly words: string;
  readonly distance: number;
  /** The text holds a placeholder or an example value that was copied from documentation: as it stands, it names no real resource or account. */
  readonly placeholder?: true;
  /** What has to stand in its place, where that is known: the key of the request that a condition was meant for. */
  readonly instead?: string;
}

/** From this distance on, two names have nothing to do with each other. */
export const FAR = 8;

/** `policy has web-staging, request has web-prod`: it says which side is which. */
export function sides(policy: string, requested: string): string {
  return `policy has ${policy === '' ? 'none' : policy}, request has ${requested === '' ? 'none' : requested}`;
}

/** Several differences of one text as one: words joined, distances added up; undefined if there is none. */
export function joined(differences: readonly (Difference | undefined)[]): Difference | undefined {
  const found = differences.filter((difference) => difference !== undefined);
  if (found.length === 0) return undefined;
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  return {
    words: found.map(({ words }) => words).join('; '),
    distance: found.reduce((sum, { distance }) => sum + distance, 0),
    ...(found.some(({ placeholder }) => placeholder) ? { placeholder: true } : {}),
  };
}

/** Room for two ARNs; nothing longer is a name that a person would read. */
const LONGEST_WORDS = 4096;

/** A text of a policy or a request, cut to a length that fits in a sentence. */
export function cut(text: string): string {
  return text.length <= LONGEST_WORDS ? text : `${text.slice(0, LONGEST_WORDS)}…`;
}

/** The text of an element that comes nearest to what was requested. */
export interface NearestText {
  readonly text: Located;
  readonly requested: string;
  readonly difference: Difference;
}

/** The text with the smallest difference; undefined if none is nearer than `FAR`. */
export function nearestText<T extends Located>(
  texts: readonly T[],
  requested: string,
  compare: (policy: string, requested: string, text: T) => Difference | undefined,
): NearestText | undefined {
  let nearest: NearestText | undefined;
  for (const text of texts) {
    const difference = compare(text.value, requested, text);
    if (difference !== undefined && difference.distance < (nearest?.difference.distance ?? FAR))
      nearest = { text, requested, difference };
  }
  return nearest;
}

/** The entry by which an Allow with NotAction or NotResource leaves out what was requested. */
export function leftOut(texts: readonly Located[], element: string, requested: string): NearestText | undefined {
  const lower = requested.toLowerCase();
  const text = texts.find(({ value }) => covers(value.toLowerCase(), lower)) ?? texts[0];
  if (text === undefined) return undefined;
  const words = texts.length === 1 ? `${element} leaves it out` : `${element} leaves out ${text.value}`;
  return { text, requested, difference: { kind: 'left-out', words, distance: 2 } };
}
