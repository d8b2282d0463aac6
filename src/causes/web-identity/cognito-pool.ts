import { orList, requestValue } from '../../evidence/words.ts';
import { conditionCause } from '../runners/condition-cause.ts';

export const cognitoPool = conditionCause({
  id: 'web-identity.cognito-pool',
  keys: /^cognito-identity\.amazonaws\.com:aud$/,
  summary({ condition, place, wanted }) {
    const own = requestValue(condition);
    return own === undefined
      ? `${place} wants the identity pool ${orList(wanted)}; that of the identity does not show`
      : `${place} wants the identity pool ${orList(wanted)}, and the identity is of ${own}`;
  },
});
