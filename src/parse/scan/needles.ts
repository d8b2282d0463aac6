/**
 * Every text that states a denial, or credentials that are wrong, holds one of these, but for a few rare wordings. A log
 * is searched for them, and only the lines around them are parsed. They are as long as line wraps allow: a needle that
 * stands in other lines, too, makes those be parsed.
 */
export const NEEDLES: readonly string[] = [
  'AccessDenied',
  'Access Denied',
  'Access denied',
  'Access to KMS',
  'Access to the resource',
  'AllAccessDisabled',
  'All access to th',
  'API: ',
  'AssumeRole on the role',
  'Authorization Failure',
  'AuthorizationError',
  'ExpiredToken',
  'HeadBucket',
  'HeadObject',
  'Lake Formation permission',
  'NoCredentialProviders',
  'Not authorized to',
  'ParameterValue: IAM role',
  'Please check the role',
  'Please verify role',
  'Please verify that the role',
  'Proceeding anyway',
  'ProviderError',
  'Role (arn:',
  'Role arn:',
  'SessionToken with session',
  'Signature expired',
  'SignatureDoesNotMatch',
  'Status Code: 403',
  'The AWS Access Key',
  'The ciphertext',
  'The defined assume role',
  'The execution role you',
  'The provided execution role',
  'The provided role',
  'The request signature',
  'The role ARN does not',
  'The role "',
  'The role defined',
  'The security token',
  'Unable to locate cred',
  'UnauthorizedOperation',
  'UnauthorizedTagging',
  'UnrecognizedClient',
  'Utilisateur :',
  "You don't have",
  'You do not have',
  'authorized to assume',
  'explicitDeny"',
  'not authorized',
  'permissions on Lambda',
];

/**
 * Parts of needles that are rare in logs: upper case and z. Searching for few of these, and then looking for a needle
 * around each, takes far less than searching for each needle. Every needle holds one.
 */
export const PROBES: readonly string[] = [
  'zed',
  'Den',
  'Acce',
  'All ',
  'API',
  'Ass',
  'Auth',
  'Exp',
  'Head',
  'La',
  'Par',
  'Ple',
  'Pro',
  'Role ',
  'Ses',
  'Sig',
  'Status',
  'The ',
  'Una',
  'Uti',
  'You do',
];

/** The needles as one pattern for `grep -E`, for measuring side by side. */
export function needlesForGrep(): string {
  return NEEDLES.map((needle) => needle.replace(/[()[\].*+?^${}|\\]/g, '\\$&')).join('|');
}
