import { orList, requestValue } from '../../evidence/words.ts';
import { conditionCause } from '../runners/condition-cause.ts';

export const externalId = conditionCause({
  id: 'trust.external-id',
  keys: /^sts:externalid$/,
  summary({ condition, place, wanted }) {
    const value = requestValue(condition);
    if (value !== undefined) return `${place} wants the external id ${orList(wanted)}, and ${value} was sent`;
    return condition.finding.request.status === 'missing'
      ? `${place} wants the external id ${orList(wanted)}, and none was sent`
      : `${place} wants the external id ${orList(wanted)}; whether it was sent does not show (--external-id, or --no-context sts:ExternalId)`;
  },
  because({ condition }) {
    const { status } = condition.finding.request;
    if (status === 'known') return undefined;
    return status === 'missing' ? 'no external id was sent' : 'whether it was sent does not show';
  },
  remedies({ condition, wanted }) {
    const value = wanted.find((each) => !/[*?$]/.test(each));
    if (value === undefined || condition.operator.negated) return undefined;
    const summary = `send the external id that the trust policy wants: ${value}`;
    return [{ kind: 'send', context: { 'sts:ExternalId': [value] }, summary, who: 'you' }];
  },
});
