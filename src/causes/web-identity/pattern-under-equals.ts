import { covers, isPattern } from '../../evidence/near-miss/covers.ts';
import { subjectCause } from './subject-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String */
export const patternUnderEquals = subjectCause({
  id: 'web-identity.pattern-under-equals',
  doc: {
    what: 'The trust policy has a pattern for the subject under StringEquals, which takes wildcards literally.',
    why: 'Only StringLike knows wildcards.',
    fix: 'Have the owner of the role use StringLike for the pattern, or add the exact subject.',
  },
  when: ({ condition, nearest, presented }) =>
    !condition.operator.patterns && isPattern(nearest) && covers(nearest, presented),
  summary: ({ place, nearest, condition }) =>
    `${place} has the pattern ${nearest} under ${condition.condition.operator}, which takes it literally: StringLike would match`,
});
