import type { AnyCause } from '../cause.ts';
import { clusterIssuer } from './cluster-issuer.ts';
import { providerAccount } from './provider-account.ts';
import { providerNotTrusted } from './provider-not-trusted.ts';

/** Another provider is named than the one that issued the token. */
export const providerCauses = [
  providerAccount,
  clusterIssuer,
  providerNotTrusted,
] as const satisfies readonly AnyCause[];
