import { saidCheck } from '../quoted-cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html */
export const issuer = saidCheck({
  id: 'saml.issuer',
  doc: {
    what: 'The issuer in the SAML response is not the one in the metadata of the IAM SAML provider.',
    why: 'The metadata is of another application or tenant of the identity provider, or its entity id was changed.',
    fix: 'Update the SAML provider in IAM with the metadata of the application that issues the response.',
  },
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
