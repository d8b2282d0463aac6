import { findQuote } from '../../evidence/aws-words/find-quote.ts';
import { advise, withProfile } from '../../grants/advise.ts';
import { LIST_OIDC_PROVIDERS } from '../../grants/provider-commands.ts';
import { servicePrefix } from '../../model/actions.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { actionFacts } from '../../reference/service-facts.ts';
import { STS_RESTRICTIONS } from '../../reference/sts-restrictions.ts';
import type { CredentialErrorCause } from '../runners/credential-error-cause.ts';
import type { QuotedCause } from '../runners/quoted-cause.ts';

const LIST_PROFILES = ['aws', 'configure', 'list-profiles'];
const LIST_CONFIGURATION = ['aws', 'configure', 'list'];
const SSO_LOGIN = ['aws', 'sso', 'login'];
const WHO_AM_I = ['aws', 'sts', 'get-caller-identity'];

/** What AWS and its SDKs say of credentials where their words name the cause itself, and not only the kind of error. */
export const NAMED_CREDENTIAL_CAUSES = [
  {
    id: 'credentials.unknown-key',
    codes: ['InvalidAccessKeyId'],
    phrases: ['The AWS Access Key Id you provided does not exist in our records'],
    summary:
      'The access key id does not exist: it was deleted, is in a different partition, or is a session key without its token',
    remedies: [advise('see whether the key is there and active', 'account-admin', ['aws', 'iam', 'list-access-keys'])],
  },
  {
    id: 'credentials.partial',
    phrases: ['Partial credentials found in', 'EnvAccessKeyNotFound', 'EnvSecretNotFound'],
    summary: 'Only part of the credentials is set: key id and secret must be set in the same place',
    remedies: [advise('set the missing one, or unset both', 'you', LIST_CONFIGURATION)],
  },
  {
    id: 'credentials.profile-not-found',
    phrases: [
      'The config profile',
      'failed to get shared config profile',
      'SharedConfigProfileNotExist',
      'Could not find profile',
      'Could not resolve credentials using profile',
    ],
    onlyIn: { kind: 'credentials' },
    summary: 'The profile that was named does not exist where the program ran',
    remedies: [advise('see which profiles there are, and correct the name', 'you', LIST_PROFILES)],
  },
  {
    id: 'credentials.source-profile',
    phrases: [
      'Infinite loop in credential configuration detected',
      'The source_profile',
      'SharedConfigAssumeRoleError',
      'Missing credentials from source profile',
      'Unable to load credentials from source_profile',
    ],
    onlyIn: { kind: 'credentials' },
    summary: 'The profile’s source_profile leads to no credentials',
    remedies: [advise('let source_profile name a profile with credentials of its own', 'you', LIST_PROFILES)],
  },
  {
    id: 'credentials.process-failed',
    phrases: [
      'Error when retrieving credentials from custom-process',
      'ProcessProviderExecutionError',
      'error in credential_process',
    ],
    onlyIn: { kind: 'credentials' },
    summary: 'The command in credential_process of the profile failed',
    remedies: [advise('run the command of credential_process by hand where the program ran')],
  },
  {
    id: 'credentials.metadata-unreachable',
    phrases: [
      'no EC2 IMDS role found',
      'EC2MetadataError',
      'EC2RoleRequestError',
      'Unable to contact EC2 metadata service',
      'Error retrieving credentials from the instance profile metadata server',
      'failed to retrieve credentials from EC2 IMDS',
      'Unable to retrieve credentials from IMDS',
      'Could not load credentials from EC2 metadata',
    ],
    onlyIn: { kind: 'credentials' },
    summary: 'The SDK fell back to the metadata service of the machine, and found no role there',
    remedies: [
      advise(
        'attach an instance profile; for containers raise the hop limit of the instance’s metadata options to 2',
        'account-admin',
      ),
      advise('or repair the source of credentials that should have come first', 'you', LIST_CONFIGURATION),
    ],
  },
  {
    id: 'credentials.account-suspended',
    codes: ['AccountProblem', 'AccountSuspended', 'Blocked'],
    phrases: [
      'There is a problem with your AWS account',
      'Your account is currently blocked and thus your instance could not be launched',
      'This account is currently blocked and not recognized as a valid account',
      'Your account has been suspended',
      'account is suspended',
    ],
    beyondPolicies: true,
    summary: 'AWS has suspended, closed or blocked the account: no policy is to blame',
    remedies: [
      advise('look at the account’s health and billing pages, and open a case with AWS Support', 'account-admin'),
    ],
  },
] as const satisfies readonly QuotedCause[];

/** The ways in which MFA fails by AWS's sentence. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_mfa.html */
const MFA_FAILURES = [
  {
    phrases: STS_RESTRICTIONS.mfa.invalidCode,
    summary: 'STS did not accept the MFA code: it was mistyped, is too old, or was used before (each code works once)',
    advice:
      'wait for the next code of the device and pass that one (--serial-number, --token-code); if no code works, resynchronize the device',
  },
  {
    phrases: STS_RESTRICTIONS.mfa.otherDevice,
    summary:
      'STS could not check the MFA code: the serial number is not that of a device of the user whose key signed the call',
    advice:
      'find the serial number of a device of that user, set it as mfa_serial of the profile (--serial-number), and pass a fresh code (--token-code)',
  },
  {
    phrases: STS_RESTRICTIONS.mfa.incomplete,
    summary: 'The call had no MFA code, or no serial number of the device: STS needs both or neither',
    advice: 'pass both, the serial number of the device (--serial-number, mfa_serial) and a fresh code (--token-code)',
  },
] as const;

function mfaFailure(denialCase: DenialCase): (typeof MFA_FAILURES)[number] | undefined {
  return MFA_FAILURES.find(({ phrases }) => findQuote(denialCase, phrases) !== undefined);
}

/**
 * IAM answers with the same error to credentials that may not call it, though they are valid elsewhere.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getsessiontoken.html
 */
const NOT_FOR_IAM =
  'if the credentials work elsewhere: those of GetSessionToken may call IAM only if they were made with MFA, those of GetFederationToken never';

/** An operation whose name several services have may be one of IAM's. */
function mayBeOfIam({ denial }: DenialCase): boolean {
  if (denial === null) return false;
  const { action, operation } = denial;
  return action === null
    ? operation !== null && actionFacts(`iam:${operation}`) !== undefined
    : servicePrefix(action) === 'iam';
}

/** What is wrong by the kind of credential error alone: where the text says no more than that. */
export const CREDENTIAL_ERRORS = [
  {
    error: 'expired',
    phrases: [
      'The security token included in the request is expired',
      'The provided token has expired',
      'Request has expired',
      'ExpiredToken',
    ],
    summary: 'The credentials that signed the request have expired',
    remedies: (denialCase) => [
      advise(
        'get new credentials; variables left over from an old session (AWS_SESSION_TOKEN) take precedence over any profile',
        'you',
        withProfile(denialCase, SSO_LOGIN),
        WHO_AM_I,
      ),
    ],
  },
  {
    error: 'invalid-token',
    phrases: [
      'The security token included in the request is invalid',
      'The AWS Access Key Id you provided does not exist in our records',
      'AWS was not able to validate the provided access credentials',
      'InvalidClientTokenId',
      'UnrecognizedClientException',
      'InvalidAccessKeyId',
      'AuthFailure',
    ],
    summary: 'AWS does not recognize the credentials that signed the request: no policy was evaluated',
    remedies: (denialCase) => [
      advise(
        'see which credentials are in use and whether AWS accepts them; with a session key, AWS_SESSION_TOKEN must be set too',
        'you',
        LIST_CONFIGURATION,
        WHO_AM_I,
      ),
      advise(
        'with different credentials of the account, check whether the access key is still there and active: it may have been deleted, deactivated or replaced',
        'account-admin',
        ['aws', 'iam', 'list-access-keys'],
      ),
      ...(mayBeOfIam(denialCase) ? [advise(NOT_FOR_IAM)] : []),
    ],
  },
  {
    error: 'signature',
    phrases: [
      'The request signature we calculated does not match the signature you provided',
      'Credential should be scoped to a valid region',
      'There were headers present in the request which were not signed',
      'SignatureDoesNotMatch',
      'IncompleteSignature',
    ],
    summary:
      'The secret key, the region or a signed header of the request is not what AWS expects: the signature does not match',
    remedies: [
      advise(
        'set key id and secret again as one pair, and check the region that the client signs for',
        'you',
        LIST_CONFIGURATION,
      ),
    ],
  },
  {
    error: 'clock-skew',
    phrases: [
      'Signature expired',
      'Signature not yet current',
      'The difference between the request time and the current time is too large',
      'RequestTimeTooSkewed',
      'RequestExpired',
    ],
    summary: 'The clock of the machine that signed the request is wrong',
    remedies: [advise('set the clock of that machine, then try again', 'you', ['date', '-u'])],
  },
  {
    error: 'none-found',
    phrases: [
      'Unable to locate credentials',
      'Could not load credentials from any providers',
      'Credentials could not be loaded',
      'No valid credential sources found',
      'NoCredentialProviders',
      'Missing credentials in config',
      'Unable to load credentials from any of the providers in the chain',
      'get credentials: failed to refresh cached credentials',
      'no EC2 IMDS role found',
      'System AWS credentials are required for role assumption',
    ],
    summary: 'No credentials were found where the program ran: nothing was signed',
    remedies: (denialCase) => [
      advise(
        'give the program credentials where it runs, and see what it finds',
        'you',
        withProfile(denialCase, LIST_CONFIGURATION),
        withProfile(denialCase, SSO_LOGIN),
      ),
    ],
  },
  {
    error: 'sso-expired',
    phrases: [
      'The SSO session associated with this profile has expired or is otherwise invalid',
      'Token has expired and refresh failed',
      'Error loading SSO Token',
      'The SSO session token associated with profile',
      'the SSO session has expired or is invalid',
      'UnauthorizedSSOTokenError',
      'Session token not found or invalid',
    ],
    summary: 'The sign-in to IAM Identity Center has expired',
    remedies: (denialCase) => [advise('sign in again', 'you', withProfile(denialCase, SSO_LOGIN))],
  },
  {
    error: 'sso-no-access',
    phrases: ['No access', 'ForbiddenException'],
    // The same call answers UnauthorizedException where the sign-in has expired, which is asked before.
    // https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html#API_GetRoleCredentials_Errors
    alsoWhere: ({ denial }) => denial?.operation === 'GetRoleCredentials',
    summary:
      'IAM Identity Center has no such role for you in that account: the assignment is missing, or the profile names the wrong one',
    remedies: [
      advise('see what you are assigned to, and correct sso_account_id and sso_role_name of the profile', 'you', [
        'aws',
        'configure',
        'sso',
      ]),
      advise(
        'or assign the permission set for that account to the user or one of their groups',
        'identity-center-admin',
      ),
    ],
  },
  {
    error: 'mfa-required',
    phrases: [
      'must provide both MFA serial number and one time pass code',
      ...STS_RESTRICTIONS.mfa.invalidCode,
      ...STS_RESTRICTIONS.mfa.otherDevice,
      ...STS_RESTRICTIONS.mfa.any,
      'requires multi-factor authentication',
      'AssumeRoleTokenProviderNotSetError',
    ],
    // AWS's code for it is AccessDenied, as for any denial.
    alsoWhere: (denialCase) => findQuote(denialCase, STS_RESTRICTIONS.mfa.any) !== undefined,
    summary: (denialCase) => mfaFailure(denialCase)?.summary ?? 'STS got no valid MFA code with the call',
    remedies: (denialCase) => [
      advise(
        mfaFailure(denialCase)?.advice ??
          'find the serial number of the device, set it as mfa_serial of the profile, and pass a fresh code (--serial-number, --token-code)',
        'you',
        ['aws', 'iam', 'list-mfa-devices'],
      ),
    ],
  },
  {
    error: 'web-identity',
    phrases: ['InvalidIdentityToken', 'IDPRejectedClaim', 'IDPCommunicationError'],
    summary: 'STS rejected the web identity token itself, before evaluating the trust policy of the role',
    remedies: [
      advise(
        'compare the issuer and audience of the token with the identity providers of the role’s account',
        'account-admin',
        LIST_OIDC_PROVIDERS,
      ),
    ],
  },
] as const satisfies readonly CredentialErrorCause[];
