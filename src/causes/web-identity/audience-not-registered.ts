import { advise } from '../../grants/advise.ts';
import { quotedCause } from '../runners/quoted-cause.ts';
import { addClientId } from './provider-commands.ts';

export const audienceNotRegistered = quotedCause({
  id: 'web-identity.audience-not-registered',
  phrases: ['Incorrect token audience'],
  summary: ({ token }) =>
    token !== null && token.audiences.length > 0
      ? `The identity provider in IAM does not list the token’s audience (${token.audiences.join(', ')})`
      : 'The identity provider in IAM does not list the audience of the token',
  remedies: (denialCase) => [
    advise('add the audience to the client ids of the identity provider', 'account-admin', ...addClientId(denialCase)),
  ],
});
