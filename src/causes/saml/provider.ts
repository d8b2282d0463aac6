import { advise } from '../../grants/advise.ts';
import { quotedCause } from '../runners/quoted-cause.ts';

export const provider = quotedCause({
  id: 'saml.provider-not-found',
  phrases: ["Specified provider doesn't exist", 'Specified provider doesn’t exist'],
  summary: 'The SAML provider that the response names does not exist in the account',
  remedies: [
    advise('correct the provider ARN in the Role attribute at the identity provider', 'account-admin', [
      'aws',
      'iam',
      'list-saml-providers',
    ]),
  ],
});
