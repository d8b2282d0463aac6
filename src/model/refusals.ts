/** Codes for reads that failed without an answer of AWS. In `ReadAnswer.code` and `Gap.code` they are beside AWS's own codes. */
export const REFUSALS = {
  /** AWS may not be called, or the call exists in snapshots only. */
  notAsked: 'NotAsked',
  /** The current credentials are of another account than the one that the call is about. */
  otherAccount: 'OtherAccount',
  /** It is not proven which account answered. */
  accountNotProven: 'AccountNotProven',
  noCredentials: 'NoCredentials',
  /** A part of the name looks like a secret, and was removed before anything was asked. */
  secretRemoved: 'SecretRemoved',
  /** A profile that was named, or that is the source of another one, is not in the AWS config. */
  profileNotFound: 'ProfileNotFound',
  /** The settings of a profile give no credentials. */
  profileUnusable: 'ProfileUnusable',
  credentialProcessFailed: 'CredentialProcessFailed',
  /** The file with a web identity token or a container's token cannot be read. */
  tokenFileUnreadable: 'TokenFileUnreadable',
  /** The file with the certificates to trust cannot be read. */
  caBundleUnreadable: 'CaBundleUnreadable',
  /** The endpoint of a container's credentials does not answer. */
  endpointSilent: 'CredentialEndpointSilent',
  /** AWS gives no credentials for the role of a profile or of a web identity. */
  roleRefused: 'RoleRefused',
  ssoSessionExpired: 'SsoSessionExpired',
  loginExpired: 'LoginExpired',
  mfaRequired: 'MfaRequired',
  timeout: 'Timeout',
  /** A signal ended the reading before AWS answered. */
  stopped: 'Stopped',
  network: 'NetworkError',
  /** A web page, or something without end, came in place of AWS's answer. */
  notFromAws: 'NotFromAws',
  malformed: 'MalformedAnswer',
  /** A policy that was listed does not exist any more, or is another one now. */
  changed: 'ChangedMeanwhile',
  /** The snapshot does not have it. AWS may know. */
  notInSnapshot: 'NotInSnapshot',
} as const;

/** Why a read failed without an answer of AWS. */
export type RefusalCode = (typeof REFUSALS)[keyof typeof REFUSALS];

/** Problems with how the credentials are set up. Their messages are ours, and have nothing in them that AWS or a program printed. */
const SETUP: ReadonlySet<string> = new Set([
  REFUSALS.profileNotFound,
  REFUSALS.profileUnusable,
  REFUSALS.credentialProcessFailed,
  REFUSALS.tokenFileUnreadable,
  REFUSALS.caBundleUnreadable,
  REFUSALS.endpointSilent,
  REFUSALS.roleRefused,
]);

/** True if the credentials are set up wrongly, which only the user can mend. */
export function isOfSetup(code: string): boolean {
  return SETUP.has(code);
}

/** Problems whose messages are ours, in words of the user: those of the setup, and those of the network. */
export function isInOurWords(code: string): boolean {
  return isOfSetup(code) || code === REFUSALS.network || code === REFUSALS.notFromAws;
}

/** What is wrong with credentials that AWS does not take. */
export type CredentialProblem = 'expired' | 'wrong-signature' | 'unknown-key' | 'wrong-clock' | 'unsigned';

/**
 * AWS's answers about the credentials of a request themselves: no permission is missing, whatever was asked.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
 */
const CREDENTIAL_PROBLEMS: Readonly<Record<string, CredentialProblem>> = {
  ExpiredToken: 'expired',
  ExpiredTokenException: 'expired',
  TokenRefreshRequired: 'expired',
  SignatureDoesNotMatch: 'wrong-signature',
  InvalidSignatureException: 'wrong-signature',
  InvalidClientTokenId: 'unknown-key',
  UnrecognizedClientException: 'unknown-key',
  InvalidAccessKeyId: 'unknown-key',
  AuthFailure: 'unknown-key',
  RequestTimeTooSkewed: 'wrong-clock',
  RequestExpired: 'wrong-clock',
  RequestInTheFuture: 'wrong-clock',
  IncompleteSignature: 'unsigned',
  IncompleteSignatureException: 'unsigned',
  MissingAuthenticationToken: 'unsigned',
  MissingAuthenticationTokenException: 'unsigned',
};

/** What is wrong with our own credentials, by the code of AWS; undefined for a code that is not about them. */
export function credentialProblem(code: string): CredentialProblem | undefined {
  return Object.hasOwn(CREDENTIAL_PROBLEMS, code) ? CREDENTIAL_PROBLEMS[code] : undefined;
}

/** Codes for missing credentials. Another profile may have some. */
const WITHOUT_CREDENTIALS: ReadonlySet<string> = new Set([REFUSALS.noCredentials, ...SETUP]);

/** True if there were no credentials to sign with. */
export function isWithoutCredentials(code: string): boolean {
  return WITHOUT_CREDENTIALS.has(code);
}
