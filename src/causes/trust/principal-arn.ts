import { orList, requestValue } from '../../evidence/words.ts';
import { conditionCause } from '../runners/condition-cause.ts';

export const principalArn = conditionCause({
  id: 'trust.principal-arn-condition',
  keys: /^aws:principalarn$/,
  summary({ condition, place, wanted }) {
    const own = requestValue(condition);
    return own === undefined
      ? `${place} wants aws:PrincipalArn ${orList(wanted)}; the path of the caller’s role could not be read`
      : `${place} wants aws:PrincipalArn ${orList(wanted)}, and the caller’s is ${own}: ${condition.difference.words}`;
  },
});
