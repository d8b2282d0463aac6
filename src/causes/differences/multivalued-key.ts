import { defineMiss } from './miss-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html */
export const multivaluedKey = defineMiss({
  id: 'multivalued-key',
  kind: 'multivalued',
  doc: {
    what: 'compares a key that can have several values by an operator for one value.',
    why: 'aws:TagKeys, aws:PrincipalOrgPaths, aws:CalledVia and others are lists: they need ForAnyValue: or ForAllValues: before the operator.',
    fix: 'Put ForAnyValue: (one of them fits) or ForAllValues: (all of them fit) before the operator.',
  },
});
