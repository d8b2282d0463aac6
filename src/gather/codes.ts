/**
 * Why a read was refused, where it was not AWS that said so. AWS's own codes stand beside them in `ReadAnswer.code` and `Gap.code`.
 */
export const REFUSALS = {
  /** AWS was not to be asked, or a call exists in snapshots only. */
  notAsked: 'NotAsked',
  /** The credentials at hand are of another account than the one the read is about. */
  otherAccount: 'OtherAccount',
  /** Nothing proves which account answered. */
  accountNotProven: 'AccountNotProven',
  noCredentials: 'NoCredentials',
  ssoSessionExpired: 'SsoSessionExpired',
  mfaRequired: 'MfaRequired',
  timeout: 'Timeout',
  network: 'NetworkError',
  malformed: 'MalformedAnswer',
  /** A policy that was listed, and is gone or differs from what was listed. */
  changed: 'ChangedMeanwhile',
} as const;
