import { conditionCause, listed, sent } from '../runners/condition-cause.ts';

export const cognitoPool = conditionCause({
  id: 'web-identity.cognito-pool',
  keys: /^cognito-identity\.amazonaws\.com:aud$/,
  summary({ condition, place, wanted }) {
    const own = sent(condition);
    return own === undefined
      ? `${place} wants the identity pool ${listed(wanted)}; that of the identity does not show`
      : `${place} wants the identity pool ${listed(wanted)}, and the identity is of ${own}`;
  },
});
