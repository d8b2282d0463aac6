import { conditionCause, listed, sent } from '../runners/condition-cause.ts';

export const principalOrg = conditionCause({
  id: 'trust.principal-org',
  keys: /^aws:principalorgid$/,
  when: ({ denialCase }) => denialCase.facts.principal?.type !== 'service',
  summary({ condition, place, wanted, denialCase }) {
    const own = sent(condition);
    const account = denialCase.facts.principal?.account ?? 'the caller’s account';
    if (own !== undefined)
      return `${place} wants a caller of the organization ${listed(wanted)}; ${account} is in ${own}`;
    return condition.condition.request.status === 'missing'
      ? `${place} wants a caller of the organization ${listed(wanted)}; ${account} is in none`
      : `${place} wants a caller of the organization ${listed(wanted)}; in which one ${account} is could not be read`;
  },
  because: ({ condition, denialCase }) =>
    condition.condition.request.status === 'missing'
      ? `${denialCase.facts.principal?.account ?? 'the caller’s account'} is in no organization`
      : undefined,
});
