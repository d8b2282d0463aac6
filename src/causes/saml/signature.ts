import { advise } from '../../grants/advise.ts';
import { quotedCause } from '../runners/quoted-cause.ts';

export const signature = quotedCause({
  id: 'saml.signature',
  phrases: ['Response signature invalid'],
  summary: 'The SAML response is signed with a certificate that the SAML provider in IAM does not have',
  remedies: [
    advise('update the SAML provider with the current metadata (update-saml-provider)', 'account-admin', [
      'aws',
      'iam',
      'list-saml-providers',
    ]),
  ],
});
