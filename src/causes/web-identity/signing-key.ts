import { saidCheck } from '../quoted-cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
export const signingKey = saidCheck({
  id: 'web-identity.signing-key',
  doc: {
    what: 'The signature of the token is by no key that the issuer publishes.',
    why: 'The issuer changed its keys (a cluster was restored or its service-account key rotated) while the published key set is the old one, or the token comes from another issuer of the same name.',
    fix: 'Publish the current keys at the issuer’s jwks_uri, then use a new token.',
  },
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
