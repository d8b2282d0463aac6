import { covers, isPattern } from '../../evidence/near-miss/covers.ts';
import { subjectCause } from './subject-cause.ts';

export const patternUnderEquals = subjectCause({
  id: 'web-identity.pattern-under-equals',
  when: ({ condition, nearest, presented }) =>
    !condition.operator.patterns && isPattern(nearest) && covers(nearest, presented),
  summary: ({ place, nearest, condition }) =>
    `${place} has the pattern ${nearest} under ${condition.finding.operator}, which takes it literally: StringLike would match`,
});
