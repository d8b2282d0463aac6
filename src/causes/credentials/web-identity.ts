import { advise } from '../../grants/advise.ts';
import { credentialCheck } from './credential-check.ts';

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
export const webIdentity = credentialCheck({
  error: 'web-identity',
  doc: {
    what: 'STS refused the web identity token itself, before it read the trust policy of the role.',
    why: 'The identity provider in the account of the role does not fit the token (issuer, audience, certificate), the token is expired or of another kind, or STS could not reach the keys of the issuer.',
    fix: 'Compare issuer and audience of the token with the identity provider in IAM; `--web-identity-token FILE` shows the claims without sending the token anywhere.',
  },
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
