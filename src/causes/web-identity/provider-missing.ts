import { advise } from '../../grants/advise.ts';
import { quotedCause } from '../runners/quoted-cause.ts';
import { createProvider, LIST_PROVIDERS } from './provider-commands.ts';

export const providerMissing = quotedCause({
  id: 'web-identity.provider-missing',
  phrases: ['No OpenIDConnect provider found in your account for'],
  summary: ({ facts, token }) =>
    `${facts.resourceAccount === null ? 'The account of the role' : `Account ${facts.resourceAccount}`} has no identity provider for ${token?.issuer ?? 'the issuer of the token'}`,
  remedies: (denialCase) => [
    advise(
      'create the identity provider in the account of the role',
      'account-admin',
      LIST_PROVIDERS,
      ...createProvider(denialCase),
    ),
  ],
});
