import { defineMiss } from './miss-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html */
export const leftOutByNot = defineMiss({
  id: 'left-out',
  kind: 'left-out',
  doc: {
    what: 'allows everything but a list (NotAction, NotResource), and what was asked is in that list.',
    why: 'PowerUserAccess, for one, leaves out iam:, organizations: and account:. What NotAction leaves out is not denied: it only is not allowed by this statement.',
    fix: 'Allow it in a statement of its own.',
  },
});
