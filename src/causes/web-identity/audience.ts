import { conditionCause, listed, sent } from '../trust/condition-cause.ts';
import { isWebIdentity } from './is-web-identity.ts';

/** Keys of the Cognito pool are about no token that can be shown here. https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html */
const COGNITO = /^cognito-identity\.amazonaws\.com:/;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html */
export const audience = conditionCause({
  id: 'web-identity.audience',
  doc: {
    what: 'The trust policy wants another audience (aud) than the token has.',
    why: 'The job asks for its token with another audience (`audience:` of the GitHub action, `aud:` of GitLab’s id_tokens, the projected volume of a pod) than the role expects.',
    fix: 'Ask for the token with the audience that is trusted, or have the owner of the role add the token’s.',
  },
  keys: /:aud$/,
  when: ({ subject, condition }) => isWebIdentity(subject) && !COGNITO.test(condition.condition.key),
  summary({ condition, place, wanted }) {
    const own = sent(condition);
    return own === undefined
      ? `${place} wants the audience ${listed(wanted)}; that of the token does not show (--web-identity-token)`
      : `${place} wants the audience ${listed(wanted)}, and the token has ${own}`;
  },
});
