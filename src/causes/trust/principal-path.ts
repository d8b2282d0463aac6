import { parsePrincipal } from '../../model/principal.ts';
import { principalCause } from '../runners/principal-cause.ts';

export const principalPath = principalCause({
  id: 'trust.principal-path',
  when: ({ named, caller }) => {
    const [policy, own] = [parsePrincipal(named), parsePrincipal(caller)];
    if (policy === undefined || own === undefined) return false;
    return (
      policy.type === own.type &&
      policy.name === own.name &&
      policy.account === own.account &&
      policy.partition === own.partition &&
      policy.path !== own.path
    );
  },
  summary: ({ named, caller, place }) => `${place} names ${named}, and the caller’s ARN is ${caller}: the path differs`,
});
