import { saidCheck } from '../quoted-cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html#API_AssumeRoleWithWebIdentity_Errors */
export const keysUnreachable = saidCheck({
  id: 'web-identity.keys-unreachable',
  doc: {
    what: 'STS could not fetch the keys of the issuer, so it could not check the token.',
    why: 'The issuer’s /.well-known/openid-configuration or its key set is not reachable from the internet, slow, or answers with an error.',
    fix: 'Make both documents public and fast; a passing failure goes away with a retry.',
  },
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
