import { conditionCause, listed } from './condition-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalaccount */
export const principalAccount = conditionCause({
  id: 'trust.principal-account',
  doc: {
    what: 'The trust policy lets in callers of certain accounts only, and the caller is of another one.',
    why: 'The account is missing from the list under aws:PrincipalAccount, or the call was made with credentials of another account than the one that was meant.',
    fix: 'Call from one of those accounts, or have the owner of the role add the caller’s account.',
  },
  keys: /^aws:principalaccount$/,
  when: ({ subject }) => subject.facts.principal?.type !== 'service',
  summary: ({ place, wanted, subject }) =>
    `${place} wants a caller of account ${listed(wanted)}, and the caller is of ${subject.facts.principal?.account ?? 'another one'}`,
});
