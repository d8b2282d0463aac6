import { parsePrincipal } from '../../model/principal.ts';
import { principalCause } from '../runners/principal-cause.ts';

export const principalKind = principalCause({
  id: 'trust.principal-kind',
  when: ({ named, caller }) => {
    const [policy, own] = [parsePrincipal(named), parsePrincipal(caller)];
    if (policy === undefined || own === undefined) return false;
    const kinds = new Set([policy.type, own.type]);
    return policy.name === own.name && policy.account === own.account && kinds.has('user') && kinds.has('role');
  },
  summary: ({ named, caller, place }) => `${place} names ${named}, and the caller is ${caller}`,
});
