import { conditionCause, listed, sent } from '../trust/condition-cause.ts';

/** https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html */
export const cognitoAmr = conditionCause({
  id: 'web-identity.cognito-amr',
  doc: {
    what: 'The trust policy is for signed-in identities of the Cognito pool and the identity is a guest, or the other way round.',
    why: 'cognito-identity.amazonaws.com:amr holds `authenticated` or `unauthenticated`; the two roles of the pool were mixed up, or the app asks for credentials before anybody is signed in.',
    fix: 'Sign in first, or give the identity pool the right role for each kind.',
  },
  keys: /^cognito-identity\.amazonaws\.com:amr$/,
  summary({ condition, place, wanted }) {
    const own = sent(condition);
    return own === undefined
      ? `${place} wants ${listed(wanted)} identities of the Cognito pool; which kind this one is does not show`
      : `${place} wants ${listed(wanted)} identities of the Cognito pool, and this one is ${own}`;
  },
});
