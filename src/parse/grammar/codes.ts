import type { CredentialError } from '../../model/denial.ts';

/** The most frequent refusal, as services, SDKs and tools write it. */
export const ACCESS_DENIED = ['AccessDenied', 'Access Denied', 'Access denied'] as const;

/** Codes that mean that a permission is missing. https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html and each service's own list */
const DENIED = [
  'AccountProblem',
  'AllAccessDisabled',
  'AUTHORIZATION_FAILURE',
  'AuthFailure.ServiceLinkedRoleCreationNotPermitted',
  'AuthorizationError',
  'AuthorizationErrorException',
  'ForbiddenException',
  'INSUFFICIENT_PERMISSIONS',
  'InsufficientPermissionsException',
  'InsufficientPrivilegesException',
  'NotAuthorized',
  'UnauthorizedAccess',
  'UnauthorizedAccessException',
  'UnauthorizedOperation',
  'UnauthorizedTaggingOperation',
];
const ACCESS_DENIED_CODE = /^[a-z0-9.]{0,30}accessdenied(?:exception|fault|error|fordependencyexception)?$/;

/** Codes that mean the same but are common words. In a log they are searched for with the marks that SDKs print around a code. */
const COMMON_WORDS = ['403', '403 Forbidden', 'Forbidden'];
const PRINTED_COMMON_WORDS = [
  '(403) when',
  '(Forbidden)',
  '"Forbidden',
  "'Forbidden",
  ': Forbidden',
  ':Forbidden',
  '=Forbidden',
  '>Forbidden<',
  'Error Code Forbidden',
  'api error Forbidden',
  'Forbidden: Forbidden',
];

const CREDENTIALS: Readonly<Record<string, CredentialError>> = {
  ExpiredToken: 'expired',
  ExpiredTokenException: 'expired',
  RequestExpired: 'expired',
  TokenRefreshRequired: 'expired',
  InvalidClientTokenId: 'invalid-token',
  UnrecognizedClientException: 'invalid-token',
  InvalidAccessKeyId: 'invalid-token',
  InvalidToken: 'invalid-token',
  AuthFailure: 'invalid-token',
  MissingAuthenticationToken: 'none-found',
  MissingAuthenticationTokenException: 'none-found',
  NoCredentialProviders: 'none-found',
  NoCredentialsError: 'none-found',
  ProcessProviderExecutionError: 'none-found',
  SharedConfigAssumeRoleError: 'none-found',
  SharedConfigProfileNotExistError: 'none-found',
  CredentialsProviderError: 'none-found',
  SignatureDoesNotMatch: 'signature',
  InvalidSignatureException: 'signature',
  IncompleteSignature: 'signature',
  IncompleteSignatureException: 'signature',
  RequestTimeTooSkewed: 'clock-skew',
  RegionDisabledException: 'region-disabled',
  IDPRejectedClaim: 'web-identity',
  IDPCommunicationError: 'web-identity',
  InvalidIdentityToken: 'web-identity',
  InvalidIdentityTokenException: 'web-identity',
  OutboundWebIdentityFederationDisabled: 'web-identity',
  OutboundWebIdentityFederationDisabledException: 'web-identity',
  JWTPayloadSizeExceeded: 'web-identity',
  JWTPayloadSizeExceededException: 'web-identity',
  SSOTokenProviderError: 'sso-expired',
  UnauthorizedSSOTokenError: 'sso-expired',
};

/** Codes about authorization where changing a policy would not help: subscriptions, settings, malformed documents, sign-up. */
const OTHER = [
  'OptInRequired',
  'MalformedPolicy',
  'MalformedPolicyDocument',
  'MalformedPolicyDocumentException',
  'PackedPolicyTooLarge',
  'PackedPolicyTooLargeException',
  'OrganizationAccessDeniedException',
  'AccessControlListNotSupported',
  'NotAuthorizedException',
];

/**
 * What the code of a denial has in its name, whichever service made it up: `SNSNoAuthorization`, `LambdaPermissionDeniedException`. Other
 * systems have such names too (gRPC's PermissionDenied), so they count only beside an operation or a service of AWS.
 */
const DENIAL_NAMES = [
  'AccessDenied',
  'AccessForbidden',
  'InsufficientPermission',
  'InsufficientPrivilege',
  'MissingPermission',
  'NoAuthorization',
  'PermissionDenied',
  'PermissionsDenied',
] as const;
const DENIAL_NAME = new RegExp(DENIAL_NAMES.join('|'), 'i');
/** `SNSNoAuthorization` in an answer of RDS: what was denied is not what was called. */
const OTHER_SERVICE = /^(?:DynamoDB|EC2|ECR|EFS|IAM|Kinesis|KMS|Lambda|S3|SecretsManager|SNS|SQS)(?=[A-Z])/;

/** The needles of all codes of denials and of wrong credentials: see Shape.needles. */
export const CODE_NEEDLES: readonly string[] = [
  ...ACCESS_DENIED,
  ...DENIED,
  ...DENIAL_NAMES,
  ...PRINTED_COMMON_WORDS,
  ...Object.keys(CREDENTIALS),
];

const DENIED_CODES = new Set([...DENIED, ...COMMON_WORDS].map((code) => code.toLowerCase()));
const CREDENTIAL_CODES = new Map(Object.entries(CREDENTIALS).map(([code, error]) => [code.toLowerCase(), error]));
const OTHER_CODES = new Set(OTHER.map((code) => code.toLowerCase()));

/** The codes that mean that a permission is missing; those about denied access begin with the first one, or hold it. */
export const DENIAL_CODES: readonly string[] = ['AccessDenied', ...DENIED, ...COMMON_WORDS];

/** True for codes that mean that a permission is missing. */
export function isDenialCode(code: string): boolean {
  const lower = code.toLowerCase();
  const plain = lower.startsWith('client.') ? lower.slice('client.'.length) : lower;
  return (DENIED_CODES.has(plain) || ACCESS_DENIED_CODE.test(plain)) && !OTHER_CODES.has(lower);
}

/** True for codes that say by their name that a permission is missing. Only beside an operation or a service of AWS is that AWS's answer. */
export function isDenialName(code: string): boolean {
  return DENIAL_NAME.test(code) && !isOtherAuthCode(code);
}

/** The service that a code has in its name: `SNS` of `SNSNoAuthorization`. */
export function serviceInCode(code: string): string | undefined {
  return OTHER_SERVICE.exec(code)?.[0];
}

/** What is wrong with the credentials, by the code; undefined for other codes. */
export function credentialErrorOf(code: string): CredentialError | undefined {
  return CREDENTIAL_CODES.get(code.toLowerCase());
}

/** True for codes about authorization where changing a policy would not help. */
export function isOtherAuthCode(code: string): boolean {
  return OTHER_CODES.has(code.toLowerCase());
}

/** True for any code of this file. */
export function isKnownCode(code: string): boolean {
  return isDenialCode(code) || credentialErrorOf(code) !== undefined || isOtherAuthCode(code);
}

/** True for a code in the style of AWS's services. `Forbidden` and numbers are not: any system may use them. */
export function isDistinctCode(code: string): boolean {
  return /^[A-Z]\w*[a-z]\w*[A-Z]/.test(code);
}
