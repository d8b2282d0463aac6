import { conditionCause, listed, sent } from './condition-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid */
export const principalOrg = conditionCause({
  id: 'trust.principal-org',
  doc: {
    what: 'The trust policy lets in callers of one organization only, and the caller’s account is in another one or in none.',
    why: 'The account left the organization or was never in it, or the id in the policy is that of another organization.',
    fix: 'Call from an account of that organization, or have the owner of the role add the caller’s organization.',
  },
  keys: /^aws:principalorgid$/,
  when: ({ subject }) => subject.facts.principal?.type !== 'service',
  summary({ condition, place, wanted, subject }) {
    const own = sent(condition);
    const account = subject.facts.principal?.account ?? 'the caller’s account';
    if (own !== undefined)
      return `${place} wants a caller of the organization ${listed(wanted)}; ${account} is in ${own}`;
    return condition.condition.request.status === 'missing'
      ? `${place} wants a caller of the organization ${listed(wanted)}; ${account} is in none`
      : `${place} wants a caller of the organization ${listed(wanted)}; in which one ${account} is could not be read`;
  },
  because: ({ condition, subject }) =>
    condition.condition.request.status === 'missing'
      ? `${subject.facts.principal?.account ?? 'the caller’s account'} is in no organization`
      : undefined,
});
