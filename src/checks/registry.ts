import type { Check } from './check.ts';

/**
 * Every check, in the order in which they are asked. A blockage gets the first check that explains it: what is wrong with a token,
 * a call or a passed role stands before the causes of the layers, and in each list special causes stand before general ones.
 * To add a check: its own file, and one line in the list of its folder (`<folder>/checks.ts`), which stands here.
 */
export const CHECKS = [] as const satisfies readonly Check[];

/** The id of every cause that denytrace knows. */
export type CheckId = (typeof CHECKS)[number]['id'];
