import { defineMiss } from './miss-cause.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const resourceType = defineMiss({
  id: 'resource-type',
  kind: 'resource-type',
  doc: {
    what: 'names another kind of resource than the action works on.',
    why: 'A role and its instance profile, a user and a role, a cluster and its nodes have ARNs that differ in one word.',
    fix: 'Add the ARN that was asked for, and leave the one that is there: others may rely on it.',
  },
});
