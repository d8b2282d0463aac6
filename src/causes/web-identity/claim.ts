import { conditionCause, listed, sent } from '../runners/condition-cause.ts';
import { CLAIM } from './claim-key.ts';
import { isWebIdentity } from './is-web-identity.ts';

export const claim = conditionCause({
  id: 'web-identity.claim',
  keys: CLAIM,
  when: ({ denialCase }) => isWebIdentity(denialCase),
  summary({ condition, place, wanted }) {
    const own = sent(condition);
    const { key } = condition.condition;
    const name = key.slice(key.lastIndexOf(':') + 1);
    return own === undefined
      ? `${place} wants the claim ${name} to be ${listed(wanted)}; that of the token does not show (--web-identity-token)`
      : `${place} wants the claim ${name} to be ${listed(wanted)}, and the token has ${own}`;
  },
});
