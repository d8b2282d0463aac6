import { defineMiss } from './miss-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
export const letterCase = defineMiss({
  id: 'case',
  kind: 'case',
  doc: {
    what: 'spells it in other letter case: names in ARNs and the values of conditions are case-sensitive.',
    why: 'IAM takes a name in any case when it is created, and compares it exactly when a policy names it. Only StringEqualsIgnoreCase ignores case.',
    fix: 'Add the ARN that was asked for, and leave the one that is there: others may rely on it.',
  },
});
