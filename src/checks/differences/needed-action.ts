import { defineMiss } from './miss-cause.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const neededAction = defineMiss({
  id: 'needed-action',
  kind: 'needed',
  doc: {
    what: 'allows the call that was made, but not an action that the same call often needs besides.',
    why: 'One call may ask for several permissions: RunInstances for ec2:CreateTags and iam:PassRole, AssumeRole with tags for sts:TagSession, pulling an image for three actions of ECR.',
    fix: 'Add the action that was asked for beside the one that is there.',
  },
});
