import { saidCheck } from '../quoted-cause.ts';
import { advise } from '../../grants/advise.ts';
import { LIST_PROVIDERS } from './provider-commands.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc_verify-thumbprint.html */
export const thumbprint = saidCheck({
  id: 'web-identity.thumbprint',
  doc: {
    what: 'The certificate of the issuer is not the one whose thumbprint the IAM identity provider holds.',
    why: 'The issuer renewed its certificate under another authority, or the thumbprint was taken from the wrong certificate of the chain.',
    fix: 'Replace the list of thumbprints of the identity provider by that of the issuer’s top intermediate certificate.',
  },
  phrases: ["HTTPS certificate doesn't match configured thumbprint", 'certificate doesn’t match configured thumbprint'],
  summary: 'The certificate of the token’s issuer does not match the thumbprint in the IAM identity provider',
  remedies: [
    advise(
      'update the thumbprints of the identity provider (update-open-id-connect-provider-thumbprint takes the complete list)',
      'account-admin',
      LIST_PROVIDERS,
    ),
  ],
});
