import { defineMiss } from './miss-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
export const unknownAction = defineMiss({
  id: 'unknown-action',
  kind: 'unknown-action',
  doc: {
    what: 'lists an action that does not exist: IAM saves it without a complaint, and it never matches.',
    why: 'A typing error, a plural, white space, or an action that has another name.',
    fix: 'Add the action that was asked for beside the one that is there.',
  },
});
