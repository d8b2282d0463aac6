import { saidCheck } from '../quoted-cause.ts';
import { advise } from '../../grants/advise.ts';
import { createProvider, LIST_PROVIDERS } from './provider-commands.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html */
export const providerMissing = saidCheck({
  id: 'web-identity.provider-missing',
  doc: {
    what: 'The account of the role has no IAM identity provider for the issuer of the token.',
    why: 'It was created in another account, deleted, or has another URL: an EKS cluster that was created anew has a new issuer; a path or a final slash counts.',
    fix: 'Create the identity provider in the account of the role, with exactly the issuer of the token as its URL.',
  },
  phrases: ['No OpenIDConnect provider found in your account for'],
  summary: ({ facts, token }) =>
    `${facts.resourceAccount === null ? 'The account of the role' : `Account ${facts.resourceAccount}`} has no identity provider for ${token?.issuer ?? 'the issuer of the token'}`,
  remedies: (subject) => [
    advise(
      'create the identity provider in the account of the role',
      'account-admin',
      LIST_PROVIDERS,
      ...createProvider(subject),
    ),
  ],
});
