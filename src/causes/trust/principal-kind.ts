import { parsePrincipal } from '../../model/principal.ts';
import { principalCause } from './principal-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns */
export const principalKind = principalCause({
  id: 'trust.principal-kind',
  doc: {
    what: 'The trust policy names a user of that name where the caller is a role, or a role where the caller is a user.',
    why: '`:user/NAME` and `:role/NAME` are two different principals, even if the names are the same.',
    fix: 'Have the owner of the role add the caller’s own ARN.',
  },
  when: ({ named, caller }) => {
    const [policy, own] = [parsePrincipal(named), parsePrincipal(caller)];
    if (policy === undefined || own === undefined) return false;
    const kinds = new Set([policy.type, own.type]);
    return policy.name === own.name && policy.account === own.account && kinds.has('user') && kinds.has('role');
  },
  summary: ({ named, caller, place }) => `${place} names ${named}, and the caller is ${caller}`,
});
