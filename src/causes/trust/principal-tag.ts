import { orList, requestValue } from '../../evidence/words.ts';
import { conditionCause } from '../runners/condition-cause.ts';

export const principalTag = conditionCause({
  id: 'trust.principal-tag',
  keys: /^aws:principaltag\//,
  summary({ condition, place, wanted }) {
    const tag = condition.finding.key.slice('aws:PrincipalTag/'.length);
    const own = requestValue(condition);
    const wants = `${place} wants the caller to be tagged ${tag}=${orList(wanted)}`;
    if (own !== undefined) return `${wants}, and the tag is ${own}`;
    return condition.finding.request.status === 'missing'
      ? `${wants}, and the caller has no such tag`
      : `${wants}; the tags of the session are not known`;
  },
  remedies({ condition, wanted, denialCase }) {
    const value = wanted.find((each) => !/[*?$]/.test(each));
    const { callerEntity } = denialCase.facts;
    if (value === undefined || condition.operator.negated || callerEntity.status !== 'known') return undefined;
    const tag = condition.finding.key.slice('aws:PrincipalTag/'.length);
    const { kind, name } = callerEntity.value;
    const summary = `tag the ${kind} ${name} with ${tag}=${value}`;
    const plain = /^[\w+=,.@-]{1,128}$/.test(name) && /^[\w+=.@:/-]{1,256}$/.test(`${tag}${value}`);
    const command = ['aws', 'iam', `tag-${kind}`, `--${kind}-name`, name, '--tags', `Key=${tag},Value=${value}`];
    const context = { [condition.finding.key]: [value] };
    return [{ kind: 'send', context, summary, who: 'account-admin', commands: plain ? [command] : [] }];
  },
});
