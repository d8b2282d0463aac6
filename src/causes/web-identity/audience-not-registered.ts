import { saidCheck } from '../quoted-cause.ts';
import { advise } from '../../grants/advise.ts';
import { addClientId } from './provider-commands.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html */
export const audienceNotRegistered = saidCheck({
  id: 'web-identity.audience-not-registered',
  doc: {
    what: 'The audience (aud) of the token is not in the list of client ids of the IAM identity provider.',
    why: 'The provider was created with another audience, or the job asks for a token with another one (`audience:` of the action, `aud:` of GitLab’s id_tokens).',
    fix: 'Add the audience to the identity provider in the account of the role, or ask for the token with an audience that is there.',
  },
  phrases: ['Incorrect token audience'],
  summary: ({ token }) =>
    token !== null && token.audiences.length > 0
      ? `The identity provider in IAM does not list the token’s audience (${token.audiences.join(', ')})`
      : 'The identity provider in IAM does not list the audience of the token',
  remedies: (subject) => [
    advise('add the audience to the client ids of the identity provider', 'account-admin', ...addClientId(subject)),
  ],
});
