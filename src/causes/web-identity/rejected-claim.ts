import { advise } from '../../grants/advise.ts';
import { quotedCause } from '../runners/quoted-cause.ts';

export const rejectedClaim = quotedCause({
  id: 'web-identity.rejected-claim',
  codes: ['IDPRejectedClaim'],
  phrases: ['IDPRejectedClaim'],
  summary: 'The identity provider rejected the token',
  remedies: [advise('sign in again at the identity provider, and send its fresh id token')],
});
