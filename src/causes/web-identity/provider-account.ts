import { isAccountId, parseArn } from '../../model/arn.ts';
import { principalCause } from '../runners/principal-cause.ts';

export const providerAccount = principalCause({
  id: 'web-identity.provider-account',
  when: ({ named, caller, denialCase }) => {
    const [policy, own] = [parseArn(named), parseArn(caller)];
    return (
      denialCase.facts.principal?.type === 'federated' &&
      policy !== undefined &&
      policy.resource === own?.resource &&
      policy.account !== own.account
    );
  },
  summary: ({ named, place, denialCase }) =>
    `${place} names the identity provider of account ${parseArn(named)?.account ?? ''}, and the role is in ${denialCase.facts.resourceAccount ?? 'another one'}`,
  // A provider of the role's own account beside it, under the same conditions.
  remedies: ({ caller, miss }) =>
    isAccountId(parseArn(caller)?.account ?? '')
      ? [{ kind: 'add-value', policy: miss.statement.policy, pointer: miss.pointer, value: caller, who: 'role-owner' }]
      : undefined,
});
