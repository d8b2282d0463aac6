import { orList, requestValue } from '../../evidence/words.ts';
import { conditionCause } from '../runners/condition-cause.ts';

export const principalOrgPath = conditionCause({
  id: 'trust.principal-org-path',
  keys: /^aws:principalorgpaths$/,
  summary({ condition, place, wanted }) {
    const own = requestValue(condition);
    return own === undefined
      ? `${place} wants a caller below ${orList(wanted)}; where the caller’s account stands could not be read`
      : `${place} wants a caller below ${orList(wanted)}, and the caller’s account is in ${own}: ${condition.difference.words}`;
  },
});
