import { said } from '../../evidence/aws-words/find-quote.ts';
import { advise } from '../../grants/advise.ts';
import { credentialCheck } from './credential-check.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html */
export const mfaRequired = credentialCheck({
  error: 'mfa-required',
  doc: {
    what: 'STS wanted a code of an MFA device and got none, or a wrong one.',
    why: 'The profile has no mfa_serial, the serial is that of another device or user, or the code was used before or is too old.',
    fix: 'Pass the serial number of the device and a fresh code with the call.',
  },
  phrases: [
    'must provide both MFA serial number and one time pass code',
    'MultiFactorAuthentication failed with invalid MFA one time pass code',
    'MultiFactorAuthentication failed',
    'requires multi-factor authentication',
    'AssumeRoleTokenProviderNotSetError',
  ],
  // AWS's code for it is AccessDenied, as for any denial.
  when: (subject) => said(subject, ['MultiFactorAuthentication failed']) !== undefined,
  summary: 'STS got no valid MFA code with the call',
  remedies: () => [
    advise(
      'find the serial number of the device, set it as mfa_serial of the profile, and pass a fresh code (--serial-number, --token-code)',
      'you',
      ['aws', 'iam', 'list-mfa-devices'],
    ),
  ],
});
