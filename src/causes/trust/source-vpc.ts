import { orList, requestValue } from '../../evidence/words.ts';
import { advise } from '../../grants/advise.ts';
import { conditionCause } from '../runners/condition-cause.ts';

export const sourceVpc = conditionCause({
  id: 'trust.source-vpc',
  keys: /^aws:sourcevpc(e|arn)?$/,
  summary({ condition, place, wanted }) {
    const own = requestValue(condition);
    return own === undefined
      ? `${place} wants a call through ${orList(wanted)}; that the call took this way does not show`
      : `${place} wants a call through ${orList(wanted)}, and it came through ${own}`;
  },
  remedies: ({ condition, wanted }) =>
    requestValue(condition) === undefined && !condition.operator.negated
      ? [advise(`call the regional STS endpoint through ${orList(wanted)} (AWS_STS_REGIONAL_ENDPOINTS=regional)`)]
      : undefined,
});
