import { orList, requestValue } from '../../evidence/words.ts';
import { conditionCause } from '../runners/condition-cause.ts';

export const principalOrg = conditionCause({
  id: 'trust.principal-org',
  keys: /^aws:principalorgid$/,
  when: ({ denialCase }) => denialCase.facts.principal?.type !== 'service',
  summary({ condition, place, wanted, denialCase }) {
    const own = requestValue(condition);
    const account = denialCase.facts.principal?.account ?? 'the caller’s account';
    if (own !== undefined)
      return `${place} wants a caller of the organization ${orList(wanted)}; ${account} is in ${own}`;
    return condition.finding.request.status === 'missing'
      ? `${place} wants a caller of the organization ${orList(wanted)}; ${account} is in none`
      : `${place} wants a caller of the organization ${orList(wanted)}; in which one ${account} is could not be read`;
  },
  because: ({ condition, denialCase }) =>
    condition.finding.request.status === 'missing'
      ? `${denialCase.facts.principal?.account ?? 'the caller’s account'} is in no organization`
      : undefined,
});
