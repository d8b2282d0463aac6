import { type CauseCase, denied, type Situation } from './cause-case.ts';
import { tokenOf } from './web-identity.ts';
import { CALLER, HOME, type Json, USER, world } from './world.ts';

/** A text that only says what is wrong with the credentials. */
function says(text: string, environment?: Situation['environment']): Situation {
  return environment === undefined ? { text } : { text, environment };
}

const failed = (code: string, message: string, operation = 'GetCallerIdentity') =>
  `An error occurred (${code}) when calling the ${operation} operation: ${message}`;

const INVALID = failed('InvalidClientTokenId', 'The security token included in the request is invalid.');
const EXPIRED = failed('ExpiredToken', 'The security token included in the request is expired');
const NONE = 'Unable to locate credentials. You can configure credentials by running "aws configure".';
/** Words that name another cause than the one at hand. */
const OTHER = says(EXPIRED);

/** The words tell; nothing else does. */
function said(cause: CauseCase['cause'], text: string, isNot: Situation = OTHER): CauseCase {
  return { cause, is: says(text), rung: 'aws', check: 'open', isNot };
}

const oidc = (message: string, code = 'InvalidIdentityToken') => failed(code, message, 'AssumeRoleWithWebIdentity');

/** Seconds long before, and long after, the clock of the cases. */
const PAST = 1_700_000_000;
const AHEAD = 1_900_000_000;

/** STS refused a call, and the token is at hand. */
function withTimes(message: string, claims: Json, code?: string): Situation {
  return {
    text: oidc(message, code),
    given: { webIdentityToken: tokenOf({ iss: 'https://id.example.com', ...claims }) },
  };
}

/** Causes in the credentials themselves, and tokens that STS refused. */
export const credentialCases: readonly CauseCase[] = [
  said('credentials.expired', EXPIRED, says(INVALID)),
  said('credentials.invalid-token', INVALID),
  said(
    'credentials.signature',
    failed('SignatureDoesNotMatch', 'The request signature we calculated does not match the signature you provided.'),
  ),
  said(
    'credentials.clock-skew',
    failed(
      'SignatureDoesNotMatch',
      'Signature expired: 20261124T110000Z is now earlier than 20261124T114500Z (20261124T120000Z - 15 min.)',
    ),
  ),
  said(
    'credentials.region-disabled',
    failed(
      'RegionDisabledException',
      `STS is not activated in this region for account:${HOME}. Your account administrator can activate STS in this region using the IAM Console.`,
    ),
  ),
  said('credentials.none-found', NONE),
  said(
    'credentials.sso-expired',
    'Error loading SSO Token: Token for https://example.awsapps.com/start does not exist',
  ),
  said(
    'credentials.sso-no-access',
    failed('ForbiddenException', 'No access', 'GetRoleCredentials'),
    says(failed('UnauthorizedException', 'Session token not found or invalid', 'GetRoleCredentials')),
  ),
  said(
    'credentials.mfa-required',
    failed(
      'AccessDenied',
      'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.',
      'GetSessionToken',
    ),
  ),
  said('credentials.web-identity', oidc('The ID token is strange')),
  said(
    'credentials.unknown-key',
    failed('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.', 'ListBuckets'),
  ),
  said('credentials.partial', 'Partial credentials found in env, missing: AWS_SECRET_ACCESS_KEY'),
  said('credentials.profile-not-found', 'The config profile (prod) could not be found'),
  said('credentials.source-profile', 'The source_profile "base" referenced in the profile "dev" does not exist.'),
  said('credentials.process-failed', 'ProcessProviderExecutionError: error in credential_process'),
  said(
    'credentials.metadata-unreachable',
    'failed to refresh cached credentials, no EC2 IMDS role found, operation error ec2imds: GetMetadata',
  ),
  {
    cause: 'credentials.missing-session-token',
    is: says(INVALID, { AWS_ACCESS_KEY_ID: 'ASIA…' }),
    rung: 'likely',
    check: 'open',
    isNot: says(INVALID, { AWS_ACCESS_KEY_ID: 'ASIA…', AWS_SESSION_TOKEN: '(set)' }),
    unknown: says(INVALID),
  },
  {
    cause: 'credentials.stale-session-token',
    is: says(INVALID, { AWS_ACCESS_KEY_ID: 'AKIA…', AWS_SESSION_TOKEN: '(set)' }),
    rung: 'likely',
    check: 'open',
    isNot: says(INVALID, { AWS_ACCESS_KEY_ID: 'AKIA…' }),
    unknown: says(INVALID),
  },
  {
    cause: 'credentials.opt-in-region',
    is: says(`${INVALID} https://sts.me-south-1.amazonaws.com/`),
    rung: 'likely',
    check: 'open',
    isNot: says(`${INVALID} https://sts.eu-west-1.amazonaws.com/`),
    unknown: says(INVALID),
  },
  {
    cause: 'credentials.other-partition',
    is: { ...says(`${INVALID} https://sts.cn-north-1.amazonaws.com.cn/`), world: world({ current: { arn: USER } }) },
    rung: 'likely',
    check: 'open',
    isNot: { ...says(`${INVALID} https://sts.eu-west-1.amazonaws.com/`), world: world({ current: { arn: USER } }) },
    unknown: says(INVALID),
  },
  {
    cause: 'credentials.ci-secrets',
    is: says(NONE, { CI: 'true', GITHUB_EVENT_NAME: 'pull_request' }),
    rung: 'likely',
    check: 'open',
    isNot: says(NONE, { CI: 'true', AWS_ACCESS_KEY_ID: 'AKIA…' }),
    unknown: says(NONE),
  },
  said(
    'credentials.account-suspended',
    failed('AccountProblem', 'There is a problem with your AWS account that prevents the operation', 'PutObject'),
    says(failed('AllAccessDisabled', 'All access to this object has been disabled', 'PutObject')),
  ),
  said('web-identity.audience-not-registered', oidc('Incorrect token audience')),
  said(
    'web-identity.provider-missing',
    oidc('No OpenIDConnect provider found in your account for https://id.example.com'),
  ),
  said(
    'web-identity.thumbprint',
    oidc("OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint"),
  ),
  said(
    'web-identity.keys-unreachable',
    oidc(
      "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements",
    ),
  ),
  said(
    'web-identity.token-expired',
    oidc(
      'Token expired: current date/time 1764000000 must be before the expiration date/time 1763000000',
      'InvalidIdentityToken',
    ),
  ),
  {
    cause: 'web-identity.token-expired',
    name: 'as the claim of the token says, where AWS refused the token and does not say why',
    is: withTimes('The token is invalid', { exp: PAST }),
    rung: 'likely',
    check: 'open',
    isNot: withTimes('No OpenIDConnect provider found in your account for https://id.example.com', { exp: PAST }),
  },
  {
    cause: 'web-identity.token-expired',
    name: 'not for a plain AccessDenied: AWS took the token for valid',
    is: withTimes('The web identity token that was passed is expired or is not valid', {}, 'ExpiredTokenException'),
    rung: 'aws',
    check: 'open',
    isNot: withTimes('Not authorized to perform sts:AssumeRoleWithWebIdentity', { exp: PAST }, 'AccessDenied'),
  },
  said('web-identity.token-not-yet-valid', oidc('Token is not yet valid')),
  {
    cause: 'web-identity.token-not-yet-valid',
    name: 'as the claim of the token says, where AWS refused the token and does not say why',
    is: withTimes('The token is invalid', { nbf: AHEAD }),
    rung: 'likely',
    check: 'open',
    isNot: withTimes('Not authorized to perform sts:AssumeRoleWithWebIdentity', { nbf: AHEAD }, 'AccessDenied'),
  },
  said('web-identity.rejected-claim', oidc('The user has revoked access', 'IDPRejectedClaim')),
  said(
    'web-identity.not-an-id-token',
    oidc('The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)'),
  ),
  said('web-identity.signing-key', oidc('Invalid token signature')),
  said(
    'web-identity.outbound-disabled',
    failed(
      'OutboundWebIdentityFederationDisabled',
      'Outbound web identity federation is disabled',
      'GetWebIdentityToken',
    ),
  ),
  said(
    'web-identity.payload-too-large',
    failed('JWTPayloadSizeExceeded', 'The token payload is too large', 'GetWebIdentityToken'),
  ),
  {
    cause: 'web-identity.no-id-token',
    is: says(
      'Error: Credentials could not be loaded, please check your action inputs: Could not load credentials from any providers\nIt looks like you might be trying to authenticate with OIDC. Did you mean to set the `id-token` permission?',
      { GITHUB_ACTIONS: 'true' },
    ),
    rung: 'likely',
    check: 'open',
    isNot: { text: denied(CALLER, 's3:GetObject', 'arn:aws:s3:::b/k') },
  },
];
