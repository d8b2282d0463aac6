import { parsePrincipal } from '../../model/principal.ts';
import { principalCause } from './principal-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names */
export const principalPath = principalCause({
  id: 'trust.principal-path',
  doc: {
    what: 'The trust policy names the caller’s user or role without its path, or with another one.',
    why: 'A role’s ARN holds its path (role/service-role/NAME, role/aws-reserved/sso.amazonaws.com/…/NAME), and the ARN of its session, which messages show, does not.',
    fix: 'Have the owner of the role add the whole ARN, with its path, as iam:GetRole shows it.',
  },
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
