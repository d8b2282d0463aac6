import { conditionCause, listed, sent } from '../trust/condition-cause.ts';

/** https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html */
export const cognitoPool = conditionCause({
  id: 'web-identity.cognito-pool',
  doc: {
    what: 'The trust policy wants another Cognito identity pool than the one that the identity is of.',
    why: 'The pool was created anew, is of another region, or the role was copied from another application.',
    fix: 'Have the owner of the role add the id of the identity pool under cognito-identity.amazonaws.com:aud.',
  },
  keys: /^cognito-identity\.amazonaws\.com:aud$/,
  summary({ condition, place, wanted }) {
    const own = sent(condition);
    return own === undefined
      ? `${place} wants the identity pool ${listed(wanted)}; that of the identity does not show`
      : `${place} wants the identity pool ${listed(wanted)}, and the identity is of ${own}`;
  },
});
