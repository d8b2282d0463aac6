import { defineMiss } from './miss-cause.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const neededAction = defineMiss({
  id: 'needed-action',
  kind: 'needed',
  doc: {
    what: 'allows an action, but not another one that such calls need besides, or are often made with.',
    why: 'One call may ask for several permissions: RunInstances with tags for ec2:CreateTags, AssumeRole with tags for sts:TagSession. One job may take several calls: pulling an image three actions of ECR, reading a queue sqs:DeleteMessage as well.',
    fix: 'Add the action that was asked for beside the one that is there.',
  },
});
