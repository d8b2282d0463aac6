import { orList, requestValue } from '../../evidence/words.ts';
import { conditionCause } from '../runners/condition-cause.ts';

export const condition = conditionCause({
  id: 'saml.condition',
  keys: /^saml:/,
  summary({ condition: miss, place, wanted }) {
    const own = requestValue(miss);
    const { key } = miss.finding;
    return own === undefined
      ? `${place} wants ${key} ${orList(wanted)}; that of the SAML response does not show (--context ${key}=…)`
      : `${place} wants ${key} ${orList(wanted)}, and the SAML response has ${own}`;
  },
});
