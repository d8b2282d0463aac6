import { saidCheck } from '../quoted-cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html */
export const provider = saidCheck({
  id: 'saml.provider-not-found',
  doc: {
    what: 'The SAML provider that the response names does not exist in the account.',
    why: 'The Role attribute of the response holds a misspelt provider ARN, one of another account, or that of a provider that was deleted.',
    fix: 'Correct the pair of role ARN and provider ARN at the identity provider.',
  },
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
