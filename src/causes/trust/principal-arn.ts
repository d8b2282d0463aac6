import { conditionCause, listed, sent } from '../runners/condition-cause.ts';

export const principalArn = conditionCause({
  id: 'trust.principal-arn-condition',
  keys: /^aws:principalarn$/,
  summary({ condition, place, wanted }) {
    const own = sent(condition);
    return own === undefined
      ? `${place} wants aws:PrincipalArn ${listed(wanted)}; the path of the caller’s role could not be read`
      : `${place} wants aws:PrincipalArn ${listed(wanted)}, and the caller’s is ${own}: ${condition.nearMiss.difference}`;
  },
});
