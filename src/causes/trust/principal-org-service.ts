import { advise } from '../../grants/advise.ts';
import { conditionCause } from './condition-cause.ts';

/** Calls by a service principal bring no aws:PrincipalOrgID: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid */
export const principalOrgService = conditionCause({
  id: 'trust.principal-org-service',
  doc: {
    what: 'The statement that trusts an AWS service also wants the caller to be of an organization, which a service never is.',
    why: 'A service principal belongs to no account and no organization: aws:PrincipalOrgID, aws:PrincipalOrgPaths and aws:PrincipalAccount are not in its requests.',
    fix: 'Put the condition on a statement for accounts, and use aws:SourceOrgID or aws:SourceAccount for the service.',
  },
  keys: /^aws:principal(orgid|orgpaths|account)$/,
  when: ({ subject }) => subject.facts.principal?.type === 'service',
  summary: ({ condition, place, subject }) =>
    `${place} wants ${condition.condition.key}, which the service ${subject.facts.principal?.name ?? ''} never has`,
  because: ({ condition }) => `an AWS service is of no account: its calls never bring ${condition.condition.key}`,
  remedies: ({ condition }) => [
    advise(
      `move ${condition.condition.key} to a statement of its own for accounts; for the service use aws:SourceOrgID or aws:SourceAccount`,
      'role-owner',
    ),
  ],
});
