import { advise } from '../../grants/advise.ts';
import { conditionCause, listed, sent } from '../runners/condition-cause.ts';

export const sourceIp = conditionCause({
  id: 'trust.source-ip',
  keys: /^aws:(vpcsourceip|sourceip)$/,
  summary({ condition, place, wanted }) {
    const own = sent(condition);
    return own === undefined
      ? `${place} wants a call from ${listed(wanted)}; the address of the call does not show (--context ${condition.condition.key}=…)`
      : `${place} wants a call from ${listed(wanted)}, and it came from ${own}`;
  },
  remedies: ({ condition, wanted }) =>
    sent(condition) === undefined && !condition.operator.negated
      ? [advise(`make the call from one of these networks: ${listed(wanted)}`)]
      : undefined,
});
