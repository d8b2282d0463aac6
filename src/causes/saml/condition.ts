import { conditionCause, listed, sent } from '../runners/condition-cause.ts';

export const condition = conditionCause({
  id: 'saml.condition',
  keys: /^saml:/,
  summary({ condition: miss, place, wanted }) {
    const own = sent(miss);
    const { key } = miss.condition;
    return own === undefined
      ? `${place} wants ${key} ${listed(wanted)}; that of the SAML response does not show (--context ${key}=…)`
      : `${place} wants ${key} ${listed(wanted)}, and the SAML response has ${own}`;
  },
});
