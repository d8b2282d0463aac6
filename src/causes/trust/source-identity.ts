import { orList, requestValue } from '../../evidence/words.ts';
import { conditionCause } from '../runners/condition-cause.ts';

export const sourceIdentity = conditionCause({
  id: 'trust.source-identity',
  keys: /^(sts|aws):sourceidentity$/,
  summary({ condition, place, wanted }) {
    const own = requestValue(condition);
    return own === undefined
      ? `${place} wants the source identity ${orList(wanted)}; the call brought none that shows`
      : `${place} wants the source identity ${orList(wanted)}, and the call brought ${own}`;
  },
  remedies({ condition, wanted }) {
    const value = wanted.find((each) => /^[\w+=,.@-]{2,64}$/.test(each));
    if (value === undefined || condition.operator.negated) return undefined;
    const { key } = condition.finding;
    return [{ kind: 'send', context: { [key]: [value] }, summary: `pass the source identity ${value}`, who: 'you' }];
  },
});
