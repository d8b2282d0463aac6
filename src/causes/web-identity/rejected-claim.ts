import { saidCheck } from '../quoted-cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html#API_AssumeRoleWithWebIdentity_Errors */
export const rejectedClaim = saidCheck({
  id: 'web-identity.rejected-claim',
  doc: {
    what: 'The identity provider itself said no to the token: the sign-in was refused, or the token was revoked.',
    why: 'The user’s session ended, the token was already used or withdrawn, or it is an access token where an id token is wanted.',
    fix: 'Sign in again at the identity provider and send the fresh id token.',
  },
  codes: ['IDPRejectedClaim'],
  phrases: ['IDPRejectedClaim'],
  summary: 'The identity provider rejected the token',
  remedies: [advise('sign in again at the identity provider, and send its fresh id token')],
});
