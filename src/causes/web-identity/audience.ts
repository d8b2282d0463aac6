import { isWebIdentity } from '../../evidence/federated-call.ts';
import { orList, requestValue } from '../../evidence/words.ts';
import { conditionCause } from '../runners/condition-cause.ts';

/** Keys of the Cognito pool are about no token that can be shown here. https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html */
const COGNITO = /^cognito-identity\.amazonaws\.com:/;

export const audience = conditionCause({
  id: 'web-identity.audience',
  keys: /:aud$/,
  when: ({ denialCase, condition }) => isWebIdentity(denialCase) && !COGNITO.test(condition.finding.key),
  summary({ condition, place, wanted }) {
    const own = requestValue(condition);
    return own === undefined
      ? `${place} wants the audience ${orList(wanted)}; that of the token does not show (--web-identity-token)`
      : `${place} wants the audience ${orList(wanted)}, and the token has ${own}`;
  },
});
