import { conditionCause, listed, sent } from '../runners/condition-cause.ts';

export const cognitoAmr = conditionCause({
  id: 'web-identity.cognito-amr',
  keys: /^cognito-identity\.amazonaws\.com:amr$/,
  summary({ condition, place, wanted }) {
    const own = sent(condition);
    return own === undefined
      ? `${place} wants ${listed(wanted)} identities of the Cognito pool; which kind this one is does not show`
      : `${place} wants ${listed(wanted)} identities of the Cognito pool, and this one is ${own}`;
  },
});
