import { orList, requestValue } from '../../evidence/words.ts';
import { conditionCause } from '../runners/condition-cause.ts';

export const cognitoAmr = conditionCause({
  id: 'web-identity.cognito-amr',
  keys: /^cognito-identity\.amazonaws\.com:amr$/,
  summary({ condition, place, wanted }) {
    const own = requestValue(condition);
    return own === undefined
      ? `${place} wants ${orList(wanted)} identities of the Cognito pool; which kind this one is does not show`
      : `${place} wants ${orList(wanted)} identities of the Cognito pool, and this one is ${own}`;
  },
});
