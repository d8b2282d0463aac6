import type { Located } from '../../policy/policy-document.ts';
import { covers } from './covers.ts';
import { type Difference, FAR } from './difference.ts';

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
