import { advise } from '../../grants/advise.ts';
import { quotedCause } from '../runners/quoted-cause.ts';

export const keysUnreachable = quotedCause({
  id: 'web-identity.keys-unreachable',
  codes: ['IDPCommunicationError'],
  phrases: [
    "Couldn't retrieve verification key from your identity provider",
    'Couldn’t retrieve verification key from your identity provider',
    'Unable to reach the identity provider',
  ],
  summary: 'STS could not fetch the keys of the token’s issuer',
  remedies: [
    advise('open the issuer’s /.well-known/openid-configuration and its jwks_uri from outside; retry if both answer'),
  ],
});
