import { orList, requestValue } from '../../evidence/words.ts';
import { advise } from '../../grants/advise.ts';
import { conditionCause } from '../runners/condition-cause.ts';

export const dateWindow = conditionCause({
  id: 'trust.date-window',
  keys: /^aws:(currenttime|epochtime)$/,
  summary: ({ condition, place, wanted }) =>
    `${place} wants the time to be ${condition.operator.name} ${orList(wanted)}, and the call was made at ${requestValue(condition) ?? 'an unknown time'}`,
  because: ({ condition }) => `the call was made at ${requestValue(condition) ?? 'an unknown time'}`,
  remedies: () => [advise('set another time in the condition, if the access is still wanted', 'role-owner')],
});
