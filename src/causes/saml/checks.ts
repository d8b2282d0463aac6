import type { AnyCause } from '../cause.ts';
import { condition } from './condition.ts';
import { notTrusted } from './provider-not-trusted.ts';
import { samlSaidCauses } from './said-causes.ts';

/** Causes in SAML federation. */
export const samlChecks = [...samlSaidCauses, condition, notTrusted] as const satisfies readonly AnyCause[];
