import { advise } from '../../grants/advise.ts';
import { quotedCause } from '../runners/quoted-cause.ts';

export const issuer = quotedCause({
  id: 'saml.issuer',
  phrases: ['Issuer not present in specified provider'],
  summary: 'The issuer of the SAML response is not in the metadata of the SAML provider in IAM',
  remedies: [
    advise('update the SAML provider with the metadata of the application that issues the response', 'account-admin', [
      'aws',
      'iam',
      'list-saml-providers',
    ]),
  ],
});
