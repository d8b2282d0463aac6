import type { AnyCause } from '../cause.ts';
import { claimCauses } from './claim-causes.ts';
import { oidcProviderMissing } from './oidc-provider-missing.ts';
import { providerCauses } from './provider-causes.ts';
import { samlProviderMissing } from './saml-provider-missing.ts';
import { subjectCauses } from './subject-causes.ts';
import { tokenNotShown } from './token-not-shown.ts';

/** Causes in web identity tokens: STS refused the token itself, or the trust policy does not trust what it says. */
export const webIdentityChecks = [
  oidcProviderMissing,
  samlProviderMissing,
  ...claimCauses,
  ...subjectCauses,
  tokenNotShown,
  ...providerCauses,
] as const satisfies readonly AnyCause[];
