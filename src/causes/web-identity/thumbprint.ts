import { advise } from '../../grants/advise.ts';
import { quotedCause } from '../runners/quoted-cause.ts';
import { LIST_PROVIDERS } from './provider-commands.ts';

export const thumbprint = quotedCause({
  id: 'web-identity.thumbprint',
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
