import { advise } from '../../grants/advise.ts';
import { credentialCheck } from './credential-check.ts';
import { withProfile } from './profile.ts';

/** https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sso.html */
export const ssoExpired = credentialCheck({
  error: 'sso-expired',
  doc: {
    what: 'The sign-in session of IAM Identity Center is over, so the SDK could not fetch credentials of the role.',
    why: 'Such a session lasts some hours (8 by default) and is cached under ~/.aws/sso/cache; the profile itself may be all right.',
    fix: 'Sign in again with `aws sso login`.',
  },
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
  remedies: (subject) => [advise('sign in again', 'you', withProfile(subject, ['aws', 'sso', 'login']))],
});
