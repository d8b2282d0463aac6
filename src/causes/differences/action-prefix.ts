import { defineMiss } from './miss-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
export const actionPrefix = defineMiss({
  id: 'action-prefix',
  kind: 'other-service',
  doc: {
    what: 'lists the action under another service prefix, or without one.',
    why: 'The prefix in IAM is not always that of the command line or the SDK: s3api is s3, cognito is cognito-idp, elb is elasticloadbalancing.',
    fix: 'Add the action that was asked for beside the one that is there.',
  },
});
