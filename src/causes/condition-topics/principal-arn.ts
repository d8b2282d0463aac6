import { defineTopic } from './topic.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn */
export const principalArn = defineTopic({
  id: 'principal-arn',
  keys: /^aws:(principalarn|principaltype)$/,
  by: 'the caller’s ARN',
  doc: {
    what: 'judges callers by their ARN (aws:PrincipalArn), and this one is among those denied, or not among those allowed.',
    why: 'The key holds the ARN of the role with its path, never that of its session. A list of exempted roles lacks this one, or a pattern covers more than it was meant to.',
    fix: 'The owner of the policy adds the ARN of the caller’s role to those that are left out (or allowed).',
  },
});
