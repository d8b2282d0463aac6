import { advise } from '../../grants/advise.ts';
import { credentialCheck } from './credential-check.ts';

export const webIdentity = credentialCheck({
  error: 'web-identity',
  phrases: ['InvalidIdentityToken', 'IDPRejectedClaim', 'IDPCommunicationError'],
  summary: 'STS refused the web identity token itself: the trust policy of the role was not read',
  remedies: () => [
    advise(
      'compare the issuer and audience of the token with the identity providers of the role’s account',
      'account-admin',
      ['aws', 'iam', 'list-open-id-connect-providers'],
    ),
  ],
});
