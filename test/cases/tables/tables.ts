import type { CauseCase } from './cause-case.ts';
import { samlCases } from './saml.cases.ts';
import { trustCases } from './trust.cases.ts';
import { webIdentityCases } from './web-identity.cases.ts';

/** Every case of every cause. */
export const CAUSE_CASES: readonly CauseCase[] = [...trustCases, ...webIdentityCases, ...samlCases];
