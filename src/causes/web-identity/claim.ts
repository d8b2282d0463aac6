import { isWebIdentity } from '../../evidence/federated-call.ts';
import { orList, requestValue } from '../../evidence/words.ts';
import { conditionCause } from '../runners/condition-cause.ts';
import { CLAIM } from './claim-key.ts';

export const claim = conditionCause({
  id: 'web-identity.claim',
  keys: CLAIM,
  when: ({ denialCase }) => isWebIdentity(denialCase),
  summary({ condition, place, wanted }) {
    const own = requestValue(condition);
    const { key } = condition.finding;
    const name = key.slice(key.lastIndexOf(':') + 1);
    return own === undefined
      ? `${place} wants the claim ${name} to be ${orList(wanted)}; that of the token does not show (--web-identity-token)`
      : `${place} wants the claim ${name} to be ${orList(wanted)}, and the token has ${own}`;
  },
});
