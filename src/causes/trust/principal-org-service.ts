import { advise } from '../../grants/advise.ts';
import { conditionCause } from '../runners/condition-cause.ts';

/** Calls by a service principal bring no aws:PrincipalOrgID: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid */
export const principalOrgService = conditionCause({
  id: 'trust.principal-org-service',
  keys: /^aws:principal(orgid|orgpaths|account)$/,
  when: ({ denialCase }) => denialCase.facts.principal?.type === 'service',
  summary: ({ condition, place, denialCase }) =>
    `${place} wants ${condition.finding.key}, which the service ${denialCase.facts.principal?.name ?? ''} never has`,
  because: ({ condition }) => `an AWS service is of no account: its calls never bring ${condition.finding.key}`,
  remedies: ({ condition }) => [
    advise(
      `move ${condition.finding.key} to a statement of its own for accounts; for the service use aws:SourceOrgID or aws:SourceAccount`,
      'role-owner',
    ),
  ],
});
