import { advise } from '../../grants/advise.ts';
import { conditionCause, listed, sent } from '../runners/condition-cause.ts';

export const sourceVpc = conditionCause({
  id: 'trust.source-vpc',
  keys: /^aws:sourcevpc(e|arn)?$/,
  summary({ condition, place, wanted }) {
    const own = sent(condition);
    return own === undefined
      ? `${place} wants a call through ${listed(wanted)}; that the call took this way does not show`
      : `${place} wants a call through ${listed(wanted)}, and it came through ${own}`;
  },
  remedies: ({ condition, wanted }) =>
    sent(condition) === undefined && !condition.operator.negated
      ? [advise(`call the regional STS endpoint through ${listed(wanted)} (AWS_STS_REGIONAL_ENDPOINTS=regional)`)]
      : undefined,
});
