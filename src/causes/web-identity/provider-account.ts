import { isAccountId, parseArn } from '../../model/arn.ts';
import { principalCause } from '../trust/principal-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-federated-web-identity */
export const providerAccount = principalCause({
  id: 'web-identity.provider-account',
  doc: {
    what: 'The trust policy names the identity provider of another account.',
    why: 'An identity provider counts in its own account only: the ARN was copied from a role elsewhere, or the account id is mistyped.',
    fix: 'Have the owner of the role name the provider of the role’s own account, and create it there if it is missing.',
  },
  when: ({ named, caller, subject }) => {
    const [policy, own] = [parseArn(named), parseArn(caller)];
    return (
      subject.facts.principal?.type === 'federated' &&
      policy !== undefined &&
      policy.resource === own?.resource &&
      policy.account !== own.account
    );
  },
  summary: ({ named, place, subject }) =>
    `${place} names the identity provider of account ${parseArn(named)?.account ?? ''}, and the role is in ${subject.facts.resourceAccount ?? 'another one'}`,
  // A provider of the role's own account beside it, under the same conditions.
  remedies: ({ caller, miss }) =>
    isAccountId(parseArn(caller)?.account ?? '')
      ? [{ kind: 'add-value', policy: miss.statement.policy, pointer: miss.pointer, value: caller, who: 'role-owner' }]
      : undefined,
});
