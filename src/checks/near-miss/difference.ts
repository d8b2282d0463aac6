/** How two things differ, in words, and how far they are apart: 0 is the same, 1 one letter, `FAR` and more another thing. */
export interface Difference {
  readonly words: string;
  readonly distance: number;
}

/** From here on two names have nothing to do with each other. */
export const FAR = 8;

/** True where somebody may have meant the one and written the other. */
export function isNear(difference: Difference | undefined): difference is Difference {
  return difference !== undefined && difference.distance < FAR;
}

/** Several differences of one text: all words, all distances together. */
export function joined(differences: readonly Difference[]): Difference | undefined {
  if (differences.length === 0) return undefined;
  return {
    words: differences.map(({ words }) => words).join(', and '),
    distance: differences.reduce((sum, { distance }) => sum + distance, 0),
  };
}
