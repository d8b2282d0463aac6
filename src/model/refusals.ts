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
  /** A profile that was named, or that another one takes its credentials from, is not in the AWS config. */
  profileNotFound: 'ProfileNotFound',
  /** A profile whose settings give no credentials. */
  profileUnusable: 'ProfileUnusable',
  credentialProcessFailed: 'CredentialProcessFailed',
  /** The file of a web identity or container token. */
  tokenFileUnreadable: 'TokenFileUnreadable',
  /** A profile's role, or the role of a web identity, that AWS gives no credentials for. */
  roleRefused: 'RoleRefused',
  ssoSessionExpired: 'SsoSessionExpired',
  loginExpired: 'LoginExpired',
  mfaRequired: 'MfaRequired',
  timeout: 'Timeout',
  network: 'NetworkError',
  malformed: 'MalformedAnswer',
  /** A policy that was listed, and is gone or differs from what was listed. */
  changed: 'ChangedMeanwhile',
  /** A snapshot does not tell; AWS may know. */
  notInSnapshot: 'NotInSnapshot',
} as const;

/** Why a read was refused, where it was not AWS that said so. */
export type RefusalCode = (typeof REFUSALS)[keyof typeof REFUSALS];

/** What is wrong with the credentials' own setup: the message is ours, says what, and holds nothing that AWS or a program printed. */
const SETUP: ReadonlySet<string> = new Set([
  REFUSALS.profileNotFound,
  REFUSALS.profileUnusable,
  REFUSALS.credentialProcessFailed,
  REFUSALS.tokenFileUnreadable,
  REFUSALS.roleRefused,
]);

/** True where the setup of the credentials is at fault: only whoever runs this can put it right. */
export function isOfSetup(code: string): boolean {
  return SETUP.has(code);
}

/** Where no credentials came of what was tried first. Another profile may still have some. */
const WITHOUT_CREDENTIALS: ReadonlySet<string> = new Set([REFUSALS.noCredentials, ...SETUP]);

/** True where nothing signed. */
export function isWithoutCredentials(code: string): boolean {
  return WITHOUT_CREDENTIALS.has(code);
}
