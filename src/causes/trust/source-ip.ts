import { orList, requestValue } from '../../evidence/words.ts';
import { advise } from '../../grants/advise.ts';
import { conditionCause } from '../runners/condition-cause.ts';

export const sourceIp = conditionCause({
  id: 'trust.source-ip',
  keys: /^aws:(vpcsourceip|sourceip)$/,
  summary({ condition, place, wanted }) {
    const own = requestValue(condition);
    return own === undefined
      ? `${place} wants a call from ${orList(wanted)}; the address of the call does not show (--context ${condition.finding.key}=…)`
      : `${place} wants a call from ${orList(wanted)}, and it came from ${own}`;
  },
  remedies: ({ condition, wanted }) =>
    requestValue(condition) === undefined && !condition.operator.negated
      ? [advise(`make the call from one of these networks: ${orList(wanted)}`)]
      : undefined,
});
