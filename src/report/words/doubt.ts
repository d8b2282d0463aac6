import type { Certainty } from '../../model/certainty.ts';

/** How sure it is, in front of a sentence; nothing where it is proven. */
export const DOUBTS = {
  aws: '',
  evaluated: '',
  likely: 'likely: ',
  unknown: 'possibly: ',
} as const satisfies Record<Certainty, string>;
