import type { AnyCause } from '../cause.ts';
import { condition } from './condition.ts';
import { notTrusted } from './provider-not-trusted.ts';

/** Causes in SAML federation. */
export const samlChecks = [condition, notTrusted] as const satisfies readonly AnyCause[];
