import type { Check } from '../check.ts';

/** Causes in passing a role to a service that no single policy shows. */
export const passRoleChecks = [] as const satisfies readonly Check[];
