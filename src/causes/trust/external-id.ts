import { conditionCause, listed, sent } from '../runners/condition-cause.ts';

export const externalId = conditionCause({
  id: 'trust.external-id',
  keys: /^sts:externalid$/,
  summary({ condition, place, wanted }) {
    const value = sent(condition);
    if (value !== undefined) return `${place} wants the external id ${listed(wanted)}, and ${value} was sent`;
    return condition.condition.request.status === 'missing'
      ? `${place} wants the external id ${listed(wanted)}, and none was sent`
      : `${place} wants the external id ${listed(wanted)}; whether it was sent does not show (--external-id, or --no-context sts:ExternalId)`;
  },
  because({ condition }) {
    const { status } = condition.condition.request;
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
