import { findQuote } from '../../evidence/aws-words/find-quote.ts';
import { advise } from '../../grants/advise.ts';
import { credentialCheck } from './credential-check.ts';

export const mfaRequired = credentialCheck({
  error: 'mfa-required',
  phrases: [
    'must provide both MFA serial number and one time pass code',
    'MultiFactorAuthentication failed with invalid MFA one time pass code',
    'MultiFactorAuthentication failed',
    'requires multi-factor authentication',
    'AssumeRoleTokenProviderNotSetError',
  ],
  // AWS's code for it is AccessDenied, as for any denial.
  when: (denialCase) => findQuote(denialCase, ['MultiFactorAuthentication failed']) !== undefined,
  summary: 'STS got no valid MFA code with the call',
  remedies: () => [
    advise(
      'find the serial number of the device, set it as mfa_serial of the profile, and pass a fresh code (--serial-number, --token-code)',
      'you',
      ['aws', 'iam', 'list-mfa-devices'],
    ),
  ],
});
