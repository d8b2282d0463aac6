/**
 * What STS answers where it refuses a call without reading a policy, by the reason. No page of AWS lists the sentences; they are quoted
 * from reports, and the rules stand on the pages of the operations.
 */
export const STS_RESTRICTIONS = {
  /** "Roles may not be assumed by root accounts": https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
  root: ['Roles may not be assumed by root accounts'],
  /**
   * Both take the long-term credentials of a user: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
   */
  sessionCredentials: [
    'Cannot call GetSessionToken with session credentials',
    'Cannot call GetFederationToken with session credentials',
  ],
  /** The code or the device, not a policy: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_mfa.html */
  mfa: {
    invalidCode: ['MultiFactorAuthentication failed with invalid MFA one time pass code'],
    otherDevice: ['MultiFactorAuthentication failed, unable to validate MFA code'],
    incomplete: ['MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code'],
    any: ['MultiFactorAuthentication failed'],
  },
} as const;
