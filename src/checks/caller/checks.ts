import type { Check } from '../check.ts';

/** Causes in who the caller is: other credentials than the ones that were meant, a caller that AWS never lets do it. */
export const callerChecks = [] as const satisfies readonly Check[];
