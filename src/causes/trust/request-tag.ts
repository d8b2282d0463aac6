import { orList, requestValue } from '../../evidence/words.ts';
import { conditionCause } from '../runners/condition-cause.ts';

export const requestTag = conditionCause({
  id: 'trust.request-tag',
  keys: /^(aws:requesttag\/|aws:tagkeys$|sts:transitivetagkeys$)/,
  summary({ condition, place, wanted }) {
    const { key } = condition.finding;
    const own = requestValue(condition);
    return own === undefined
      ? `${place} wants session tags with ${key} ${orList(wanted)}; which tags the call passed does not show (--context '${key}=…')`
      : `${place} wants session tags with ${key} ${orList(wanted)}, and the call passed ${own}`;
  },
  remedies({ condition, wanted }) {
    const value = wanted.find((each) => !/[*?$]/.test(each));
    const { key } = condition.finding;
    if (value === undefined || condition.operator.negated || !/^aws:requesttag\//i.test(key)) return undefined;
    const tag = key.slice('aws:RequestTag/'.length);
    return [{ kind: 'send', context: { [key]: [value] }, summary: `pass the session tag ${tag}=${value}`, who: 'you' }];
  },
});
