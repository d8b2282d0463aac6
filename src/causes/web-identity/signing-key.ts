import { advise } from '../../grants/advise.ts';
import { quotedCause } from '../runners/quoted-cause.ts';

export const signingKey = quotedCause({
  id: 'web-identity.signing-key',
  phrases: [
    'unable to verify signature',
    'Invalid token signature',
    'No matching key found for the token',
    'Token signature invalid',
  ],
  when: ({ denial }) => denial?.credentialError === 'web-identity',
  summary: 'The token is signed by a key that its issuer does not publish',
  remedies: [advise('publish the current keys of the issuer, then use a new token', 'account-admin')],
});
