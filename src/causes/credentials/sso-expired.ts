import { advise } from '../../grants/advise.ts';
import { credentialCheck } from './credential-check.ts';
import { withProfile } from './profile.ts';

export const ssoExpired = credentialCheck({
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
  remedies: (denialCase) => [advise('sign in again', 'you', withProfile(denialCase, ['aws', 'sso', 'login']))],
});
