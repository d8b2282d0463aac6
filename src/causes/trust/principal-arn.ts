import { conditionCause, listed, sent } from './condition-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn */
export const principalArn = conditionCause({
  id: 'trust.principal-arn-condition',
  doc: {
    what: 'The trust policy names an account, and a condition on aws:PrincipalArn that does not cover the caller.',
    why: 'aws:PrincipalArn is the ARN of the user or role, with its path, and never that of a session. Roles of IAM Identity Center have a path with a region and a random ending.',
    fix: 'Have the owner of the role add the IAM ARN of the caller’s role, with its path, to the condition.',
  },
  keys: /^aws:principalarn$/,
  summary({ condition, place, wanted }) {
    const own = sent(condition);
    return own === undefined
      ? `${place} wants aws:PrincipalArn ${listed(wanted)}; the path of the caller’s role could not be read`
      : `${place} wants aws:PrincipalArn ${listed(wanted)}, and the caller’s is ${own}: ${condition.nearMiss.difference}`;
  },
});
