import { saidCheck } from '../quoted-cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html */
export const signature = saidCheck({
  id: 'saml.signature',
  doc: {
    what: 'The signature of the SAML response does not fit the certificate in the IAM SAML provider.',
    why: 'The identity provider changed its signing certificate, and the metadata in IAM is the old one.',
    fix: 'Download the identity provider’s metadata again, and update the SAML provider in IAM with it.',
  },
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
