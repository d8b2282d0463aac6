import type { CauseCase } from './cause-case.ts';
import { trustCases } from './trust.cases.ts';

/** Every case of every cause. */
export const CAUSE_CASES: readonly CauseCase[] = [...trustCases];
