import { conditionCause, listed, sent } from './condition-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html */
export const sourceIdentity = conditionCause({
  id: 'trust.source-identity',
  doc: {
    what: 'The trust policy wants a source identity, and the call brought another one or none.',
    why: 'Neither the profile nor the identity provider sets a source identity, or it is set to something else; once set it cannot be changed in the rest of a chain.',
    fix: 'Pass the source identity that the policy wants (--source-identity), at the first step of the chain.',
  },
  keys: /^(sts|aws):sourceidentity$/,
  summary({ condition, place, wanted }) {
    const own = sent(condition);
    return own === undefined
      ? `${place} wants the source identity ${listed(wanted)}; the call brought none that shows`
      : `${place} wants the source identity ${listed(wanted)}, and the call brought ${own}`;
  },
  remedies({ condition, wanted }) {
    const value = wanted.find((each) => /^[\w+=,.@-]{2,64}$/.test(each));
    if (value === undefined || condition.operator.negated) return undefined;
    const { key } = condition.condition;
    return [{ kind: 'send', context: { [key]: [value] }, summary: `pass the source identity ${value}`, who: 'you' }];
  },
});
